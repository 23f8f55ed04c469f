"""Migrate user data to profiles

Revision ID: 002_migrate_user_data
Revises: 001_add_user_profiles
Create Date: 2025-01-14 11:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = '002_migrate_user_data'
down_revision = '001_add_user_profiles'


def upgrade() -> None:
    """Migrate user data to profiles."""
    connection = op.get_bind()

    # Migrate existing users to profiles
    connection.execute(sa.text("""
        INSERT INTO user_profiles (user_id, bio, created_at, updated_at)
        SELECT id, NULL, created_at, updated_at
        FROM users
        WHERE NOT EXISTS (
            SELECT 1 FROM user_profiles WHERE user_profiles.user_id = users.id
        )
    """))

    # Update users with profile_id
    connection.execute(sa.text("""
        UPDATE users
        SET profile_id = (
            SELECT id FROM user_profiles WHERE user_profiles.user_id = users.id
        )
    """))


def downgrade() -> None:
    """Revert data migration."""
    connection = op.get_bind()

    # Clear profile_id references
    connection.execute(sa.text("UPDATE users SET profile_id = NULL"))

    # Remove profiles (cascade will handle relationships)
    connection.execute(sa.text("DELETE FROM user_profiles"))
