"""Rename addresses to shipping addresses

Revision ID: d71e5b0c3fa9
Revises: 90ac8ef7d614
Create Date: 2024-03-04 13:40:00.000001+00:00

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = 'd71e5b0c3fa9'
down_revision = '90ac8ef7d614'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.rename_table('addresses', 'shipping_addresses')

    # Update any foreign key references
    op.drop_constraint('fk_orders_address_id', 'orders', type_='foreignkey')
    op.create_foreign_key(
        'fk_orders_shipping_address_id',
        'orders',
        'shipping_addresses',
        ['address_id'],
        ['id']
    )


def downgrade() -> None:
    op.drop_constraint('fk_orders_shipping_address_id', 'orders', type_='foreignkey')
    op.rename_table('shipping_addresses', 'addresses')
    op.create_foreign_key('fk_orders_address_id', 'orders', 'addresses', ['address_id'], ['id'])
