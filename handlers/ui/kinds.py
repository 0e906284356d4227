"""What a message can be, beside words: pictures in all their kinds, notes of Telegram's own."""

from itertools import chain

from aiogram.enums import ContentType
from aiogram.types import Message, PhotoSize

# Where a picture is asked for; one may come as a file.
PICTURES = [ContentType.PHOTO, ContentType.LIVE_PHOTO, ContentType.DOCUMENT]

# Messages by which nobody says anything: Telegram itself notes something in a chat. By why each is
# left unanswered; tests/journeys/test_every_kind.py asks about each kind that aiogram learns.
NOTES: dict[str, tuple[ContentType, ...]] = {
    "whoever did it sees what they did, and it changes nothing here": (
        ContentType.PINNED_MESSAGE,
        ContentType.CHAT_BACKGROUND_SET,
        ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED,
    ),
    "it comes of a tap elsewhere, on a site or in another window of Telegram": (
        ContentType.CONNECTED_WEBSITE,
        ContentType.WRITE_ACCESS_ALLOWED,
        ContentType.MANAGED_BOT_CREATED,
    ),
    "a poll or a list was answered when it came": (
        ContentType.CHECKLIST_TASKS_DONE,
        ContentType.CHECKLIST_TASKS_ADDED,
        ContentType.POLL_OPTION_ADDED,
        ContentType.POLL_OPTION_DELETED,
    ),
    "it only sorts a chat into topics": (
        ContentType.FORUM_TOPIC_CREATED,
        ContentType.FORUM_TOPIC_EDITED,
        ContentType.FORUM_TOPIC_CLOSED,
        ContentType.FORUM_TOPIC_REOPENED,
        ContentType.GENERAL_FORUM_TOPIC_HIDDEN,
        ContentType.GENERAL_FORUM_TOPIC_UNHIDDEN,
    ),
    "it is of groups": (
        ContentType.NEW_CHAT_MEMBERS,
        ContentType.LEFT_CHAT_MEMBER,
        ContentType.CHAT_OWNER_LEFT,
        ContentType.CHAT_OWNER_CHANGED,
        ContentType.NEW_CHAT_TITLE,
        ContentType.NEW_CHAT_PHOTO,
        ContentType.DELETE_CHAT_PHOTO,
        ContentType.GROUP_CHAT_CREATED,
        ContentType.SUPERGROUP_CHAT_CREATED,
        ContentType.MIGRATE_TO_CHAT_ID,
        ContentType.MIGRATE_FROM_CHAT_ID,
        ContentType.PROXIMITY_ALERT_TRIGGERED,
        ContentType.BOOST_ADDED,
        ContentType.VIDEO_CHAT_SCHEDULED,
        ContentType.VIDEO_CHAT_STARTED,
        ContentType.VIDEO_CHAT_ENDED,
        ContentType.VIDEO_CHAT_PARTICIPANTS_INVITED,
        ContentType.PAID_MESSAGE_PRICE_CHANGED,
        ContentType.COMMUNITY_CHAT_ADDED,
        ContentType.COMMUNITY_CHAT_REMOVED,
        ContentType.COMMUNITY_CHAT_JOINED,
    ),
    "it is of channels": (
        ContentType.CHANNEL_CHAT_CREATED,
        ContentType.DIRECT_MESSAGE_PRICE_CHANGED,
        ContentType.SUGGESTED_POST_APPROVED,
        ContentType.SUGGESTED_POST_APPROVAL_FAILED,
        ContentType.SUGGESTED_POST_DECLINED,
        ContentType.SUGGESTED_POST_PAID,
        ContentType.SUGGESTED_POST_REFUNDED,
        ContentType.GIVEAWAY_CREATED,
        ContentType.GIVEAWAY_COMPLETED,
    ),
}
_NOTES = frozenset(chain.from_iterable(NOTES.values()))


async def is_note(message: Message) -> bool:
    """A note of Telegram's own, by which nobody says anything."""
    return message.content_type in _NOTES


def still_of(message: Message) -> PhotoSize | None:
    """The photo in its best size; of a live one the picture that stands still."""
    live = message.live_photo
    sizes = message.photo or (live.photo if live is not None else None)
    return sizes[-1] if sizes else None
