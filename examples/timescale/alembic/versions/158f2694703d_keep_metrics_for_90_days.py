"""keep metrics for 90 days

Revision ID: 158f2694703d
Revises: 047e15836fc2
Create Date: 2025-12-16 09:10:02

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = '158f2694703d'
down_revision = '047e15836fc2'
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT add_retention_policy('metrics', INTERVAL '90 days')")
    op.execute("""
        CREATE MATERIALIZED VIEW metrics_hourly AS
        SELECT time_bucket(INTERVAL '1 hour', "time") AS bucket, device_id, avg(value) AS mean
        FROM metrics
        GROUP BY 1, 2
        WITH NO DATA
    """)
    op.execute("CREATE UNIQUE INDEX idx_metrics_hourly ON metrics_hourly (bucket, device_id)")


def downgrade():
    op.execute("DROP MATERIALIZED VIEW metrics_hourly")
    op.execute("SELECT remove_retention_policy('metrics', if_exists => TRUE)")
