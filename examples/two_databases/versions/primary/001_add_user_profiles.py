"""Add user profiles table

Revision ID: 001_add_user_profiles
Revises: 000_initial_schema
Create Date: 2025-01-14 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = '001_add_user_profiles'
down_revision = '000_initial_schema'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply migration."""
    # Create table
    op.create_table(
        'user_profiles',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('user_id', sa.Integer(), nullable=False),
        sa.Column('bio', sa.Text(), nullable=True),
        sa.Column('avatar_url', sa.String(255), nullable=True),
        sa.Column('created_at', sa.DateTime(), nullable=False),
        sa.Column('updated_at', sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint('id'),
        sa.ForeignKeyConstraint(['user_id'], ['users.id'], ondelete='CASCADE'),
    )

    # Create index
    op.create_index('idx_user_profiles_user_id', 'user_profiles', ['user_id'])

    # Add column to existing table
    op.add_column('users', sa.Column('profile_id', sa.Integer(), nullable=True))
    op.create_foreign_key('fk_users_profile', 'users', 'user_profiles', ['profile_id'], ['id'])


def downgrade() -> None:
    """Safe rollback with data preservation."""
    connection = op.get_bind()

    # Backup data before rollback
    connection.execute(sa.text("""
        CREATE TABLE user_profiles_backup AS
        SELECT * FROM user_profiles
    """))

    # Remove foreign key constraints first
    op.drop_constraint('fk_users_profile', 'users', type_='foreignkey')
    op.drop_column('users', 'profile_id')

    # Drop dependent objects
    op.drop_index('idx_user_profiles_user_id', 'user_profiles')

    # Drop table
    op.drop_table('user_profiles')

    # Note: Backup table remains for manual recovery if needed
