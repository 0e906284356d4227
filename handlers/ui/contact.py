"""The phone that a person shares by Telegram's own button."""

from aiogram.types import Message

from handlers import understanding


def own_phone(message: Message) -> str | None:
    """The number (+7…) of the sender's own contact, which Telegram itself vouches for.

    None for somebody else's contact, or a number that is none.
    """
    contact, sender = message.contact, message.from_user
    assert contact is not None
    assert sender is not None
    return (
        understanding.shared_phone(contact.phone_number) if contact.user_id == sender.id else None
    )
