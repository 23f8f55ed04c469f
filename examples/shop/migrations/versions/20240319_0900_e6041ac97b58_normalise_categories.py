"""Normalise product categories

Revision ID: e6041ac97b58
Revises: 3b8d2fa6c0e7
Create Date: 2024-03-19 09:00:00+00:00

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy import text

# revision identifiers
revision = 'e6041ac97b58'
down_revision = '3b8d2fa6c0e7'
branch_labels = None
depends_on = None

# Categories that the shop offers whether or not a product stands in them yet.
FIXED = ["Books", "Children's toys", "Garden: tools & seeds"]


def upgrade() -> None:
    # Create lookup table
    op.create_table(
        'categories',
        sa.Column('id', sa.Integer, primary_key=True),
        sa.Column('name', sa.String(50), unique=True, nullable=False)
    )

    # Populate categories
    connection = op.get_bind()
    for category in FIXED:
        connection.execute(
            text("INSERT INTO categories (name) VALUES (:name)"),
            {"name": category}
        )

    # ... and from existing data
    connection.execute(text("""
        INSERT INTO categories (name)
        SELECT DISTINCT category FROM products
        WHERE category IS NOT NULL
        ON CONFLICT (name) DO NOTHING
    """))

    # Add foreign key column
    op.add_column('products', sa.Column('category_id', sa.Integer))

    # Update references
    connection.execute(text("""
        UPDATE products
        SET category_id = categories.id
        FROM categories
        WHERE products.category = categories.name
    """))

    # Create foreign key constraint
    op.create_foreign_key('fk_products_category', 'products', 'categories', ['category_id'], ['id'])

    # Drop old column
    op.drop_column('products', 'category')

    # Make category_id non-nullable
    op.alter_column('products', 'category_id', nullable=False)


def downgrade() -> None:
    op.add_column('products', sa.Column('category', sa.String(50), nullable=True))
    op.execute(text("""
        UPDATE products
        SET category = categories.name
        FROM categories
        WHERE products.category_id = categories.id
    """))
    op.drop_constraint('fk_products_category', 'products', type_='foreignkey')
    op.drop_column('products', 'category_id')
    op.drop_table('categories')
