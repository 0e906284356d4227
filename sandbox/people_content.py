"""What a person's app makes of what they send: texts, files, albums, and all the rest."""

import json
import secrets
from collections.abc import Iterable

from aiogram.types import MessageEntity

from sandbox.bot_media import CAPTIONED, live_photo
from sandbox.bot_messages import bare_reply, caption_content, text_content
from sandbox.clock import Clock
from sandbox.entities import find, parse
from sandbox.errors import ApiError, PeopleError
from sandbox.files import FileStore, Upload, file_content, photo_content
from sandbox.forms import Form
from sandbox.markup import Entity, utf16_length
from sandbox.photos import NotAPhoto
from sandbox.polls import new_poll
from sandbox.strictness import ALBUM_SIZES, MAX_CAPTION, MAX_TEXT
from sandbox.telegram import Json, Message, Person, Telegram

_ALBUMS = (("photo", "live_photo", "video"), ("document",), ("audio",))
_ALONE = ("voice", "video_note", "animation")
FILE_FIELDS = tuple(kind for album in _ALBUMS for kind in album) + _ALONE
_TYPED = {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
}
_YES = {True, "1", "true", "on", "yes"}


def text_contents(text: str, entities: list[Entity] | None = None) -> list[Json]:
    """One message or several, where the text is too long for one; raises PeopleError."""
    text = text.strip()
    if not text:
        raise PeopleError(400, "there is nothing to send")
    if entities is None:
        entities = find(text)
    starts = range(0, len(text), MAX_TEXT)
    return [text_content(*_cut(text, entities, start, start + MAX_TEXT)) for start in starts]


def _cut(text: str, entities: list[Entity], start: int, end: int) -> tuple[str, list[Entity]]:
    if len(text) <= end - start:
        return text, entities
    first, last = utf16_length(text[:start]), utf16_length(text[:end])
    kept = []
    for entity in entities:
        begin = max(first, entity["offset"])
        length = min(last, entity["offset"] + entity["length"]) - begin
        kept += [entity | {"offset": begin - first, "length": length}] if length > 0 else []
    return text[start:end], kept


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

    def __init__(self, telegram: Telegram, files: FileStore) -> None:
        self._telegram = telegram
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
        if fields.get("venue"):
            return [_venue(fields["venue"])]
        if fields.get("poll"):
            options = [str(option) for option in fields.get("options") or ["+", "-"]]
            return [{"poll": new_poll(str(fields["poll"]), options)}]
        if fields.get("contact"):
            return [{"contact": dict(fields["contact"])}]
        if fields.get("dice"):
            return [{"dice": {"emoji": str(fields["dice"]), "value": secrets.randbelow(6) + 1}}]
        return text_contents(*self.words(fields))

    def words(self, fields: Json) -> tuple[str, list[Entity]]:
        """The text of a request as its `entities` or `parse_mode` shape it; raises PeopleError."""
        text, given = fields.get("text"), fields.get("entities")
        if not isinstance(text, str):
            raise PeopleError(400, "there is nothing to send")
        given = json.loads(given) if isinstance(given, str) else given or []
        try:
            words, entities = parse(
                text, fields.get("parse_mode"), [self._entity(item) for item in given]
            )
        except ApiError as error:
            raise PeopleError(400, error.description) from error
        return words, self._telegram.named(entities)

    def _entity(self, wish: Json) -> Entity:
        if wish.get("type") not in _TYPED:
            raise PeopleError(400, f"nobody types entities of the type {wish.get('type')}")
        if "user" in wish:
            wish = wish | {"user": self._telegram.user(int(wish["user"]["id"]))}
        entity: Entity = MessageEntity.model_validate(wish).model_dump(
            exclude_unset=True, exclude_none=True
        )
        return entity

    async def _files_of(self, form: Form) -> list[Json]:
        caption, entities = self.words({"text": ""} | form.fields)
        if len(caption) > MAX_CAPTION:
            raise PeopleError(400, f"a caption has at most {MAX_CAPTION} characters")
        unknown = {kind for kind, _ in form.uploads} - {*FILE_FIELDS, "still"}
        if unknown:
            raise PeopleError(400, f"unknown kind of file: {', '.join(sorted(unknown))}")
        stills = [upload for kind, upload in form.uploads if kind == "still"]
        lively = [upload for kind, upload in form.uploads if kind == "live_photo"]
        if len(stills) != len(lively):
            raise PeopleError(400, "a live photo needs its still: as many of these as of those")
        pictures = dict(zip(map(id, lively), stills, strict=True))
        contents: list[Json] = []
        for kinds in (*_ALBUMS, *((kind,) for kind in _ALONE)):
            uploads = [(kind, upload) for kind, upload in form.uploads if kind in kinds]
            pieces = [
                await self._piece(kind, upload, pictures.get(id(upload)), form.fields)
                for kind, upload in uploads
            ]
            contents += _grouped(pieces) if kinds in _ALBUMS else pieces
        if caption:
            first = contents[0]
            if not CAPTIONED & first.keys():
                raise PeopleError(400, "a round video has no caption")
            contents[0] = first | caption_content(caption, entities)
        return contents

    async def _piece(self, kind: str, upload: Upload, still: Upload | None, fields: Json) -> Json:
        if upload.size == 0:
            raise PeopleError(400, "the file is empty")
        if kind == "photo":
            return {"photo": await self._photo(upload, fields)}
        duration = int(fields["duration"]) if fields.get("duration") else None
        content = file_content(await self._files.keep(upload, kind, duration), self._files)
        if kind == "animation":
            return {"animation": content, "document": content}
        if still:
            return live_photo(content, await self._photo(still, fields))
        return {kind: content}

    async def _photo(self, upload: Upload, fields: Json) -> list[Json]:
        high_quality = fields.get("high_quality") in _YES
        try:
            return photo_content(await self._files.keep_photo(upload, high_quality, strict=False))
        except NotAPhoto as error:
            raise PeopleError(
                400, f"{upload.file_name} is not a readable picture; send it as a document"
            ) from error

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


def _venue(wish: Json) -> Json:
    latitude, longitude = wish["location"]
    place = {"latitude": float(latitude), "longitude": float(longitude)}
    venue = {"location": place, "title": str(wish["title"]), "address": str(wish["address"])}
    return {"venue": venue, "location": place}
