from app.models.base import Base
from app.models.order import Order, OrderStatus
from app.models.product import Category, Product
from app.models.user import User, UserProfile

__all__ = ["Base", "Category", "Order", "OrderStatus", "Product", "User", "UserProfile"]
