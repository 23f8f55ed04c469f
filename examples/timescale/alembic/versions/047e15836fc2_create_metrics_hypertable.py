"""create metrics hypertable

Revision ID: 047e15836fc2
Revises: f36d04725eb1
Create Date: 2025-12-09 16:45:38

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic
revision = '047e15836fc2'
down_revision = 'f36d04725eb1'
branch_labels = None
depends_on = None


def upgrade():
    # Create regular table first
    op.create_table(
        'metrics',
        sa.Column('time', sa.DateTime(timezone=True), primary_key=True),
        sa.Column('device_id', sa.BigInteger(), nullable=True),
        sa.Column('value', sa.Float()),
        sa.ForeignKeyConstraint(['device_id'], ['devices.id'], name='fk_metrics_device'),
    )

    # Convert to hypertable (raw SQL required)
    op.execute("""
        SELECT create_hypertable(
            'metrics',
            'time',
            if_not_exists => TRUE
        )
    """)


def downgrade():
    # Drop hypertable (regular DROP TABLE works)
    op.drop_table('metrics')
