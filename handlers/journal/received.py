"""A Telegram message as the journal takes it."""

from aiogram import types
from aiogram.enums import ContentType
from aiogram.types import Animation, Audio, Message, Video, VideoNote

from award.journal.capture import Guess, Sent, SentFile
from award.progress.participation import Participation
from award.typed import seen
from handlers.ui.filters import is_told
from handlers.ui.kinds import still_of
from handlers.understanding import entry, minutes
from storage.tables import MediaKind

FILE_KINDS = (
    ContentType.PHOTO,
    ContentType.LIVE_PHOTO,
    ContentType.VIDEO,
    ContentType.VIDEO_NOTE,
    ContentType.ANIMATION,
    ContentType.VOICE,
    ContentType.AUDIO,
    ContentType.DOCUMENT,
)
KINDS = (*FILE_KINDS, ContentType.TEXT)
Thumbnailed = Animation | Audio | types.Document | Video | VideoNote


async def is_kept(message: Message) -> bool:
    """Whether the journal takes this kind of message; a command is no entry."""
    return message.content_type in KINDS and await is_told(message)


def received(message: Message) -> Sent:
    """What was sent: words in full, the file's best size, the album it is a piece of."""
    return Sent(
        message_id=message.message_id,
        at=message.date,
        words=seen(message.text or message.caption),
        file=_file(message),
        album=message.media_group_id,
        forwarded=message.forward_origin is not None,
    )


def guess(words: str, journal: Participation, sent: Sent) -> Guess:
    """What the words seem to say to this participant on the day on which they were sent."""
    if not words.strip():
        return Guess()
    meant = entry(words, journal.programme, journal.directions, journal.day_of(sent.at))
    return Guess(
        directions=meant.directions,
        minutes=meant.minutes or minutes(words),
        happened=meant.happened,
        book=meant.book,
    )


def _file(message: Message) -> SentFile | None:
    if photo := still_of(message):
        return SentFile(
            MediaKind.PHOTO, photo.file_id, photo.file_unique_id, "image/jpeg", photo.file_size
        )
    if note := message.video_note:
        return SentFile(
            MediaKind.VIDEO_NOTE,
            note.file_id,
            note.file_unique_id,
            "video/mp4",
            note.file_size,
            note.duration,
            _thumbnail(note),
        )
    if message.document and not message.animation:
        file = message.document
        return SentFile(
            MediaKind.DOCUMENT,
            file.file_id,
            file.file_unique_id,
            (file.mime_type or "")[:100] or None,
            file.file_size,
            thumbnail=_thumbnail(file),
        )
    for kind, played in (
        (MediaKind.VIDEO, message.video),
        (MediaKind.VIDEO, message.live_photo),  # one without its picture
        (MediaKind.ANIMATION, message.animation),
        (MediaKind.VOICE, message.voice),
        (MediaKind.AUDIO, message.audio),
    ):
        if played is not None:
            return SentFile(
                kind,
                played.file_id,
                played.file_unique_id,
                (played.mime_type or "")[:100] or None,
                played.file_size,
                played.duration,
                _thumbnail(played) if isinstance(played, Thumbnailed) else None,
            )
    return None


def _thumbnail(file: Thumbnailed) -> str | None:
    return file.thumbnail.file_id if file.thumbnail else None
