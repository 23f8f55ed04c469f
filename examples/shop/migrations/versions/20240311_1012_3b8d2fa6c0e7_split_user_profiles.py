"""Split user profiles from users

Revision ID: 3b8d2fa6c0e7
Revises: d71e5b0c3fa9
Create Date: 2024-03-11 10:12:44.673380+00:00

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy import text
from sqlalchemy.dialects import postgresql

# revision identifiers
revision = '3b8d2fa6c0e7'
down_revision = 'd71e5b0c3fa9'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Create new table
    op.create_table(
        'user_profiles',
        sa.Column('id', postgresql.UUID(as_uuid=True), primary_key=True),
        sa.Column('user_id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('bio', sa.Text()),
        sa.Column('avatar_url', sa.String(500)),
        sa.ForeignKeyConstraint(['user_id'], ['users.id'], ondelete='CASCADE')
    )

    # Migrate data
    connection = op.get_bind()
    connection.execute(text("""
        INSERT INTO user_profiles (id, user_id, bio, avatar_url)
        SELECT gen_random_uuid(), id, bio, avatar_url
        FROM users
        WHERE bio IS NOT NULL OR avatar_url IS NOT NULL
    """))

    # Remove columns from original table
    op.drop_column('users', 'bio')
    op.drop_column('users', 'avatar_url')


def downgrade() -> None:
    op.add_column('users', sa.Column('avatar_url', sa.String(500)))
    op.add_column('users', sa.Column('bio', sa.Text()))
    op.execute("""
        UPDATE users
        SET bio = user_profiles.bio, avatar_url = user_profiles.avatar_url
        FROM user_profiles
        WHERE user_profiles.user_id = users.id
    """)
    op.drop_table('user_profiles')
