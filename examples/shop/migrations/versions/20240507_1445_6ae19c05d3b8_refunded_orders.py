"""Refunded orders

Revision ID: 6ae19c05d3b8
Revises: f9a36d18e205
Create Date: 2024-05-07 14:45:10.600700+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = '6ae19c05d3b8'
down_revision = 'f9a36d18e205'
branch_labels = None
depends_on = None

OLD = sa.Enum('PENDING', 'PAID', 'SHIPPED', name='orderstatus')


def upgrade() -> None:
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE orderstatus ADD VALUE IF NOT EXISTS 'REFUNDED'")
        op.create_index(
            'ix_orders_unpaid',
            'orders',
            ['created_at'],
            unique=False,
            postgresql_where=sa.text("status = 'PENDING'"),
            postgresql_concurrently=True,
            if_not_exists=True,
        )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index('ix_orders_unpaid', table_name='orders', postgresql_concurrently=True, if_exists=True)

    # PostgreSQL can't take a value from a type: make the type anew
    op.execute("UPDATE orders SET status = 'PAID' WHERE status = 'REFUNDED'")
    op.execute("ALTER TYPE orderstatus RENAME TO orderstatus_old")
    OLD.create(op.get_bind(), checkfirst=False)
    op.alter_column(
        'orders',
        'status',
        existing_type=sa.Enum(name='orderstatus_old'),
        type_=OLD,
        existing_nullable=False,
        postgresql_using='status::text::orderstatus',
    )
    op.execute("DROP TYPE orderstatus_old")
