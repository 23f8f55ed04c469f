"""Add full name

Revision ID: c2f41d6a9e30
Revises: a5d0c9e81b27
Create Date: 2024-02-10 08:40:17.880143+00:00

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy import text

# revision identifiers
revision = 'c2f41d6a9e30'
down_revision = 'a5d0c9e81b27'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Schema change first
    op.add_column('users', sa.Column('full_name', sa.String(255), nullable=True))

    # Then data migration
    connection = op.get_bind()
    connection.execute(
        text("""
            UPDATE users
            SET full_name = CONCAT(first_name, ' ', last_name)
            WHERE first_name IS NOT NULL AND last_name IS NOT NULL
        """)
    )
    connection.execute(
        text("UPDATE users SET full_name = :fallback WHERE full_name IS NULL"),
        {"fallback": "Unnamed customer"},
    )

    # Finally, make column non-nullable if needed
    op.alter_column('users', 'full_name', nullable=False)


def downgrade() -> None:
    op.drop_column('users', 'full_name')
