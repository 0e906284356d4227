"""What a person sees of chats and messages, as JSON of the people's API."""

import time
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from sandbox.bot_media import kind_of
from sandbox.entities import as_html
from sandbox.files import FileStore
from sandbox.polls import shown_poll
from sandbox.telegram import Json, Message, Person, Telegram

_ACTION_SECONDS = 5


class Views:
    """Shows the state to people."""

    def __init__(self, telegram: Telegram, files: FileStore) -> None:
        self._telegram = telegram
        self._files = files

    def person(self, person: Person) -> Json:
        """A person, with what their list of chats shows."""
        preview = next((m for m in self._telegram.newest_first(person.id) if not m.deleted), None)
        return {
            "id": person.id,
            "first_name": person.first_name,
            "last_name": person.last_name,
            "username": person.username,
            "language_code": person.language_code,
            "phone": person.phone,
            "blocked": person.blocked,
            "online": person.online,
            "started": person.started,
            "unread": self._telegram.unread(person),
            "revision": self._telegram.chat(person.id).revision,
            "preview": self._preview(preview) if preview else None,
        }

    def chat(self, chat_id: int, person: Person, after: int) -> Json:
        """What changed in a chat after a revision, and what is around the messages."""
        chat = self._telegram.chat(chat_id)
        changed = []
        for message in self._telegram.newest_first(chat_id):
            if message.revision <= after:
                break
            changed.append(message)
        changed.sort(key=lambda message: message.message_id)
        acting = chat.action and time.monotonic() - chat.action_at < _ACTION_SECONDS
        return {
            "revision": chat.revision,
            "messages": [self.message(m, person) for m in changed if not m.deleted],
            "pinned": chat.pinned[::-1],
            "deleted": [m.message_id for m in changed if m.deleted],
            "keyboard": _keyboard(chat.keyboard),
            "typing": chat.action if acting else None,
            "started": person.started,
            "blocked": person.blocked,
            "online": person.online,
            "unread": self._telegram.unread(person),
            "held": [_held(content) for batch in person.held for content in batch["contents"]],
        }

    def message(self, message: Message, person: Person) -> Json:
        """A message as this person sees it now."""
        content = message.content
        text: str = content.get("text") or content.get("caption") or ""
        entities = content.get("entities") or content.get("caption_entities") or []
        rows = content.get("reply_markup", {}).get("inline_keyboard", [])
        origin = content.get("forward_origin")
        keyboard = _keyboard(message.keyboard)
        return {
            "message_id": message.message_id,
            "revision": message.revision,
            "date": datetime.fromtimestamp(content["date"], UTC).isoformat(),
            "edited": "edit_date" in content,
            "from_bot": message.from_bot,
            "sender": content["from"]["first_name"],
            "text": text,
            "html": as_html(text, entities),
            "media": self._media(content),
            "buttons": [[self._button(button) for button in row] for row in rows],
            "keyboard": keyboard["rows"] if keyboard else None,
            "media_group_id": content.get("media_group_id"),
            "reply_to": content.get("reply_to_message", {}).get("message_id"),
            "forwarded_from": _origin_name(origin) if origin else None,
            "special": self._special(content, person),
        }

    def deep_link(self, url: str) -> str | None:
        """The payload where a link starts this very bot; empty for none."""
        parts = urlsplit(url)
        name = parts.path.strip("/").lower()
        if parts.hostname not in {"t.me", "telegram.me"}:
            return None
        if name != self._telegram.bot["username"].lower():
            return None
        return parse_qs(parts.query).get("start", [""])[0]

    def _button(self, button: Json) -> Json:
        shown: Json = {"text": button["text"]}
        if "callback_data" in button:
            return shown | {"data": button["callback_data"]}
        if "copy_text" in button:
            return shown | {"copy": button["copy_text"]["text"]}
        if "url" in button:
            start = self.deep_link(button["url"])
            return shown | {"url": button["url"]} | ({} if start is None else {"start": start})
        return shown | {"kind": next(key for key in button if key != "text")}

    def _media(self, content: Json) -> list[Json]:
        kind = kind_of(content)
        if kind is None:
            return []
        item = content[kind][-1] if kind == "photo" else content[kind]
        file = self._files.get(item["file_unique_id"])
        if file is None:
            return []
        small = content["photo"][0] if "photo" in content else item.get("thumbnail")
        shown = {
            "kind": kind,
            "url": self._url(file.unique_id),
            "file_unique_id": file.unique_id,
            "width": file.width,
            "height": file.height,
            "duration": file.duration,
            "file_name": file.file_name if kind not in {"voice", "video_note"} else None,
            "mime_type": file.mime_type,
            "size": file.size,
            "thumbnail": self._url(small["file_unique_id"]) if small else None,
        }
        if kind == "sticker":
            shown["emoji"] = item.get("emoji")
        if kind == "live_photo":
            shown["still"] = self._url(content["photo"][-1]["file_unique_id"])
        return [shown]

    def _special(self, content: Json, person: Person) -> Json | None:
        kind = _special_kind(content)
        match kind:
            case None:
                return None
            case "poll":
                poll = content["poll"]
                return shown_poll(poll, self._telegram.votes(poll["id"]).get(person.id, []))
            case "pinned_message":
                return {"kind": kind, "message_id": content[kind]["message_id"]}
            case "venue":
                venue = content[kind]
                place: Json = venue["location"]
                return {"kind": kind, "title": venue["title"], "address": venue["address"]} | place
        special: Json = content[kind]
        return {"kind": kind} | special

    def _url(self, unique_id: str) -> str:
        file = self._files.get(unique_id)
        name = (file.file_name if file else None) or f"file{file.extension if file else ''}"
        return f"/files/{unique_id}/{quote(name, safe='')}"

    def _preview(self, message: Message) -> str:
        content = message.content
        special = _special_kind(content)
        text: str = content.get("text") or content.get("caption") or ""
        return text[:80] or f"[{kind_of(content) or special or 'message'}]"


def _keyboard(markup: Json | None) -> Json | None:
    if not markup or "keyboard" not in markup:
        return None
    return {
        "rows": [[dict(button) for button in row] for row in markup["keyboard"]],
        "placeholder": markup.get("input_field_placeholder"),
        "one_time": bool(markup.get("one_time_keyboard")),
        "resize": bool(markup.get("resize_keyboard")),
    }


def _special_kind(content: Json) -> str | None:
    """What a message is that is neither text nor file; a venue is a location too."""
    kinds = ("contact", "venue", "location", "poll", "dice", "pinned_message")
    return next((kind for kind in kinds if kind in content), None)


def _origin_name(origin: Json) -> Any:
    return origin.get("sender_user_name") or origin["sender_user"]["first_name"]


def _held(content: Json) -> Json:
    kind = kind_of(content)
    text = content.get("text") or content.get("caption") or ""
    return {"text": text, "files": [kind] if kind else []}
