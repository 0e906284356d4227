"""What a person's app makes of what they send: texts, files, albums, and all the rest."""

import secrets
from collections.abc import Iterable
from typing import Any

from sandbox.bot_media import CAPTIONED
from sandbox.bot_messages import bare_reply, caption_content, text_content
from sandbox.clock import Clock
from sandbox.entities import find
from sandbox.errors import PeopleError
from sandbox.files import FileStore, Upload, file_content, photo_content
from sandbox.forms import Form
from sandbox.photos import NotAPhoto
from sandbox.strictness import ALBUM_SIZES, MAX_CAPTION, MAX_TEXT
from sandbox.telegram import Json, Message, Person

_ALBUMS = (("photo", "video"), ("document",), ("audio",))
_ALONE = ("voice", "video_note", "animation")
FILE_FIELDS = tuple(kind for album in _ALBUMS for kind in album) + _ALONE
_YES = {True, "1", "true", "on", "yes"}


def text_contents(text: Any) -> list[Json]:
    """One message or several, where the text is too long for one; raises PeopleError."""
    if not isinstance(text, str) or not text.strip():
        raise PeopleError(400, "there is nothing to send")
    text = text.strip()
    pieces = [text[start : start + MAX_TEXT] for start in range(0, len(text), MAX_TEXT)]
    return [text_content(piece, find(piece)) for piece in pieces]


def contact_content(person: Person) -> Json:
    """The own contact."""
    contact = {
        "phone_number": person.phone,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "user_id": person.id,
    }
    return {"contact": {key: value for key, value in contact.items() if value is not None}}


def decorated(
    contents: list[Json], fields: Json, clock: Clock, reply_to: Message | None
) -> list[Json]:
    """The same contents as forwarded (`forward_from`) or as replies."""
    more: Json = {}
    if fields.get("forward_from"):
        more["forward_origin"] = {
            "type": "hidden_user",
            "sender_user_name": str(fields["forward_from"]),
            "date": clock.timestamp(),
        }
    if reply_to:
        more["reply_to_message"] = bare_reply(reply_to)
    return [content | more for content in contents]


class PeopleContent:
    """Makes messages' contents out of a request; files are stored on the way."""

    def __init__(self, files: FileStore) -> None:
        self._files = files

    async def of(self, form: Form) -> list[Json]:
        """The contents of a request, albums with their group id; raises PeopleError."""
        fields = form.fields
        if form.uploads:
            return await self._files_of(form)
        if fields.get("sticker"):
            return [self._sticker(str(fields["sticker"]), fields.get("animated") in _YES)]
        if fields.get("location"):
            latitude, longitude = fields["location"]
            return [{"location": {"latitude": float(latitude), "longitude": float(longitude)}}]
        if fields.get("poll"):
            return [_poll(str(fields["poll"]), fields.get("options") or ["+", "-"])]
        if fields.get("contact"):
            return [{"contact": dict(fields["contact"])}]
        if fields.get("dice"):
            return [{"dice": {"emoji": str(fields["dice"]), "value": secrets.randbelow(6) + 1}}]
        return text_contents(fields.get("text"))

    async def _files_of(self, form: Form) -> list[Json]:
        caption = str(form.fields.get("text") or "").strip()
        if len(caption) > MAX_CAPTION:
            raise PeopleError(400, f"a caption has at most {MAX_CAPTION} characters")
        unknown = {kind for kind, _ in form.uploads} - set(FILE_FIELDS)
        if unknown:
            raise PeopleError(400, f"unknown kind of file: {', '.join(sorted(unknown))}")
        contents: list[Json] = []
        for kinds in (*_ALBUMS, *((kind,) for kind in _ALONE)):
            uploads = [(kind, upload) for kind, upload in form.uploads if kind in kinds]
            pieces = [await self._piece(kind, upload, form.fields) for kind, upload in uploads]
            contents += _grouped(pieces) if kinds in _ALBUMS else pieces
        if caption:
            first = contents[0]
            if not CAPTIONED & first.keys():
                raise PeopleError(400, "a round video has no caption")
            contents[0] = first | caption_content(caption, find(caption))
        return contents

    async def _piece(self, kind: str, upload: Upload, fields: Json) -> Json:
        if upload.size == 0:
            raise PeopleError(400, "the file is empty")
        if kind == "photo":
            high_quality = fields.get("high_quality") in _YES
            try:
                sizes = await self._files.keep_photo(upload, high_quality, strict=False)
            except NotAPhoto as error:
                raise PeopleError(
                    400, f"{upload.file_name} is not a readable picture; send it as a document"
                ) from error
            return {"photo": photo_content(sizes)}
        duration = int(fields["duration"]) if fields.get("duration") else None
        content = file_content(await self._files.keep(upload, kind, duration), self._files)
        if kind == "animation":
            return {"animation": content, "document": content}
        return {kind: content}

    def _sticker(self, emoji: str, animated: bool) -> Json:
        content = file_content(self._files.keep_sticker(animated), self._files)
        more = {"type": "regular", "is_animated": animated, "is_video": False, "emoji": emoji}
        return {"sticker": content | more}


def _grouped(pieces: list[Json]) -> Iterable[Json]:
    longest = ALBUM_SIZES.stop - 1
    for start in range(0, len(pieces), longest):
        album = pieces[start : start + longest]
        group = {"media_group_id": str(secrets.randbits(50))} if len(album) > 1 else {}
        yield from (piece | group for piece in album)


def _poll(question: str, options: list[str]) -> Json:
    answers = [
        {"persistent_id": str(number), "text": str(option), "voter_count": 0}
        for number, option in enumerate(options)
    ]
    flags = ("is_closed", "allows_multiple_answers", "allows_revoting", "members_only")
    poll: Json = {
        "id": str(secrets.randbits(50)),
        "question": question,
        "options": answers,
        "total_voter_count": 0,
        "is_anonymous": True,
        "type": "regular",
    }
    return {"poll": poll | dict.fromkeys(flags, False)}
