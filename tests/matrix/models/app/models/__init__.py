from .visits import Visit
from . import orders
from .people import *
from .shelves import Book
