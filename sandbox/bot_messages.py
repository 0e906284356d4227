"""The Bot API's messages: send, forward, copy, edit, delete."""

import secrets
import time
from typing import Any

from sandbox.bot_media import CAPTIONED, KINDS, BotMedia, kind_of
from sandbox.errors import bad_request
from sandbox.files import new_file_id
from sandbox.forms import Form
from sandbox.markup import Entity
from sandbox.polls import new_poll
from sandbox.strictness import (
    DELETE_WITHIN,
    check_action,
    check_album,
    check_markup,
    checked_caption,
    checked_text,
)
from sandbox.telegram import Json, Message, Telegram

_OF_VOTES = ("id", "options", "total_voter_count", "is_closed")
_OTHER_MARKUPS = {"keyboard", "remove_keyboard", "force_reply"}
_SPECIAL = ("contact", "location", "venue", "poll", "dice")


def text_content(text: str, entities: list[Entity]) -> Json:
    """Message.text and .entities."""
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_content(text: str, entities: list[Entity]) -> Json:
    """Message.caption and .caption_entities, nothing for no caption."""
    if not text:
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def with_fresh_file_ids(value: Any) -> Any:
    """The same content with file_ids of its own."""
    if isinstance(value, list):
        return [with_fresh_file_ids(item) for item in value]
    if isinstance(value, dict):
        fresh = {key: with_fresh_file_ids(item) for key, item in value.items()}
        if "file_id" in fresh:
            fresh["file_id"] = new_file_id(fresh["file_unique_id"])
        return fresh
    return value


def _comparable(value: Any) -> Any:
    if isinstance(value, list):
        return [_comparable(item) for item in value]
    if isinstance(value, dict):
        return {key: _comparable(item) for key, item in value.items() if key != "file_id"}
    return value


class BotMessages:
    """Each method takes validated parameters and the form, and returns the result's JSON."""

    def __init__(self, telegram: Telegram, media: BotMedia) -> None:
        self._telegram = telegram
        self._media = media

    async def send_message(self, params: Json, form: Form) -> Json:
        """sendMessage."""
        self._telegram.reachable(params["chat_id"])
        return self.post(params, self._text(params))

    async def send_file(self, kind: str, params: Json, form: Form) -> Json:
        """sendPhoto, sendVideo, sendVoice, sendDocument and their like."""
        self._telegram.reachable(params["chat_id"])
        caption = self._caption(params) if kind in CAPTIONED else {}
        check_markup(params.get("reply_markup"))
        content = await self._media.content(kind, params, form)
        return self.post(params, content | caption)

    async def send_media_group(self, params: Json, form: Form) -> list[Json]:
        """sendMediaGroup."""
        self._telegram.reachable(params["chat_id"])
        check_album([item["type"] for item in params["media"]])
        pieces = []
        for item in params["media"]:
            caption = self._caption(item)
            pieces.append(await self._media.content(item["type"], item, form) | caption)
        group = {"media_group_id": str(secrets.randbits(50))}
        return [self.post(params, piece | group) for piece in pieces]

    async def send_chat_action(self, params: Json, form: Form) -> bool:
        """sendChatAction."""
        place = self._telegram.reachable(params["chat_id"])
        check_action(params["action"])
        chat = self._telegram.chat(place.id)
        chat.action, chat.action_at = params["action"], time.monotonic()
        self._telegram.touch(place.id)
        return True

    async def forward_message(self, params: Json, form: Form) -> Json:
        """forwardMessage."""
        self._telegram.reachable(params["chat_id"])
        source = self._source(params, params["message_id"], "forward")
        return self.post(params, self._forwarded(source))

    async def forward_messages(self, params: Json, form: Form) -> list[Json]:
        """forwardMessages."""
        self._telegram.reachable(params["chat_id"])
        sources = self._sources(params, "forward")
        return [_only_id(self.post(params, self._forwarded(source))) for source in sources]

    async def copy_message(self, params: Json, form: Form) -> Json:
        """copyMessage."""
        self._telegram.reachable(params["chat_id"])
        content = _anew(self._copied(self._source(params, params["message_id"], "copy")))
        if params.get("caption") is not None and kind_of(content) in CAPTIONED:
            content = {k: v for k, v in content.items() if not k.startswith("caption")}
            content |= self._caption(params)
        return _only_id(self.post(params, content))

    async def copy_messages(self, params: Json, form: Form) -> list[Json]:
        """copyMessages."""
        self._telegram.reachable(params["chat_id"])
        sources = self._sources(params, "copy")
        return [_only_id(self.post(params, _anew(self._copied(source)))) for source in sources]

    async def edit_text(self, params: Json, form: Form) -> Json:
        """editMessageText."""
        message = self._editable(params)
        new = self._text(params)
        if "text" not in message.content:
            raise bad_request("there is no text in the message to edit")
        return self._edit(message, params, new, ("text", "entities"))

    async def edit_caption(self, params: Json, form: Form) -> Json:
        """editMessageCaption."""
        message = self._editable(params)
        new = self._caption(params)
        if kind_of(message.content) not in CAPTIONED:
            raise bad_request("there is no caption in the message to edit")
        return self._edit(message, params, new, ("caption", "caption_entities"))

    async def edit_media(self, params: Json, form: Form) -> Json:
        """editMessageMedia."""
        message = self._editable(params)
        item = params["media"]
        caption = self._caption(item)
        check_markup(params.get("reply_markup"))
        new = await self._media.content(item["type"], item, form) | caption
        if "text" not in message.content and kind_of(message.content) not in CAPTIONED:
            raise bad_request("there is no media in the message to edit")
        return self._edit(
            message, params, new, (*KINDS, "caption", "caption_entities", "text", "entities")
        )

    async def edit_markup(self, params: Json, form: Form) -> Json:
        """editMessageReplyMarkup."""
        return self._edit(self._editable(params), params, {}, ())

    async def delete_message(self, params: Json, form: Form) -> bool:
        """deleteMessage."""
        message = self._telegram.message(
            self._number(params["chat_id"]),
            params["message_id"],
            bad_request("message to delete not found"),
        )
        self._check_deletable(message)
        self._telegram.delete(message)
        return True

    async def delete_messages(self, params: Json, form: Form) -> bool:
        """deleteMessages: what is not there is passed over."""
        chat_id = self._number(params["chat_id"])
        found = [self._telegram.ever(chat_id, number) for number in params["message_ids"]]
        there = [message for message in found if message and not message.deleted]
        for message in there:
            self._check_deletable(message)
        for message in there:
            self._telegram.delete(message)
        return True

    def _text(self, params: Json) -> Json:
        text, entities = checked_text(params)
        return text_content(text, self._telegram.named(entities))

    def _caption(self, params: Json) -> Json:
        text, entities = checked_caption(params)
        return caption_content(text, self._telegram.named(entities))

    def post(self, params: Json, content: Json) -> Json:
        """Sends content with what every sending may ask for: an answer, buttons, protection."""
        place = self._telegram.reachable(params["chat_id"])
        markup = params.get("reply_markup")
        check_markup(markup)
        content = self._reply(place.id, params) | content
        if params.get("protect_content"):
            content["has_protected_content"] = True
        inline = markup if markup and markup.get("inline_keyboard") else None
        if inline:
            content["reply_markup"] = inline
        other = markup and _OTHER_MARKUPS & {key for key, value in markup.items() if value}
        keyboard = markup if other else None
        sender = self._telegram.bot_user()
        return self._telegram.post(place.chat(), sender, content, keyboard).content

    def _reply(self, chat_id: int, params: Json) -> Json:
        wish = params.get("reply_parameters") or {}
        number = wish.get("message_id") or params.get("reply_to_message_id")
        if number is None:
            return {}
        found = self._telegram.ever(chat_id, number)
        if found is None or found.deleted:
            holder = wish or params
            if holder.get("allow_sending_without_reply"):
                return {}
            raise bad_request("message to be replied not found")
        return {"reply_to_message": bare_reply(found)}

    def _number(self, chat_id: int | str) -> int:
        try:
            number = int(chat_id)
        except ValueError:
            raise bad_request("chat not found") from None
        if number not in self._telegram.people and number not in self._telegram.groups:
            raise bad_request("chat not found")
        return number

    def _source(self, params: Json, message_id: int, what: str) -> Message:
        chat_id = self._number(params["from_chat_id"])
        missing = bad_request(f"message to {what} not found")
        source = self._telegram.message(chat_id, message_id, missing)
        if source.content.get("has_protected_content") or "pinned_message" in source.content:
            raise bad_request(f"message can't be {'copied' if what == 'copy' else 'forwarded'}")
        return source

    def _sources(self, params: Json, what: str) -> list[Message]:
        chat_id = self._number(params["from_chat_id"])
        found = [self._telegram.ever(chat_id, number) for number in params["message_ids"]]
        there = [
            message
            for message in found
            if message and not message.deleted and "pinned_message" not in message.content
        ]
        if not there:
            raise bad_request(f"there are no messages to {what}")
        return there

    def _copied(self, source: Message) -> Json:
        names = (*KINDS, *_SPECIAL, "text", "entities", "caption", "caption_entities")
        return {
            key: with_fresh_file_ids(value) for key, value in source.content.items() if key in names
        }

    def _forwarded(self, source: Message) -> Json:
        original = source.content
        origin = original.get("forward_origin") or {
            "type": "user",
            "sender_user": original["from"],
            "date": original["date"],
        }
        return self._copied(source) | {"forward_origin": origin}

    def _editable(self, params: Json) -> Message:
        if params.get("inline_message_id") is not None:
            raise bad_request("MESSAGE_ID_INVALID")
        if params.get("chat_id") is None or params.get("message_id") is None:
            raise bad_request("message identifier is not specified")
        missing = bad_request("message to edit not found")
        message = self._telegram.message(
            self._number(params["chat_id"]), params["message_id"], missing
        )
        unfit = message.keyboard is not None or "forward_origin" in message.content
        if not message.from_bot or unfit:
            raise bad_request("message can't be edited")
        return message

    def _edit(self, message: Message, params: Json, new: Json, replaced: tuple[str, ...]) -> Json:
        markup = params.get("reply_markup")
        check_markup(markup)
        replaced = (*replaced, "reply_markup")
        content = {k: v for k, v in message.content.items() if k not in replaced} | new
        if markup and markup["inline_keyboard"]:
            content["reply_markup"] = markup
        if _comparable(content) == _comparable(message.content):
            raise bad_request(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        content["edit_date"] = self._telegram.clock.timestamp()
        message.content = content
        self._telegram.save(message)
        return content

    def _check_deletable(self, message: Message) -> None:
        age = self._telegram.clock.timestamp() - message.content["date"]
        foreign = not message.from_bot and message.chat_id < 0
        if foreign or age > DELETE_WITHIN:
            raise bad_request("message can't be deleted for everyone")


def _only_id(content: Json) -> Json:
    return {"message_id": content["message_id"]}


def _anew(content: Json) -> Json:
    """A copied poll is a poll of its own."""
    if "poll" not in content:
        return content
    poll = content["poll"]
    fresh = new_poll(poll["question"], [option["text"] for option in poll["options"]])
    return content | {"poll": poll | {key: fresh[key] for key in _OF_VOTES}}


def bare_reply(message: Message) -> Json:
    """A message as another one shows it as replied to: without what that one replied to."""
    return {key: value for key, value in message.content.items() if key != "reply_to_message"}
