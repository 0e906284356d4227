"""What people type, understood: no input or output, nothing raised whatever is typed."""

from handlers.understanding.books import books_like
from handlers.understanding.dates import Order, birth_date, day
from handlers.understanding.durations import minutes
from handlers.understanding.entries import Understood, entry
from handlers.understanding.people import full_name, phone, shared_phone

__all__ = [
    "Order",
    "Understood",
    "birth_date",
    "books_like",
    "day",
    "entry",
    "full_name",
    "minutes",
    "phone",
    "shared_phone",
]
