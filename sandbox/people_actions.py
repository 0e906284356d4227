"""What people do: send, tap, block, go offline; each becomes updates for the bot."""

import secrets
from typing import Any

from sandbox.bot_messages import caption_content
from sandbox.callbacks import Callbacks
from sandbox.errors import PeopleError
from sandbox.markup import Entity
from sandbox.people_content import contact_content, text_contents
from sandbox.telegram import Group, Json, Message, Person, Telegram
from sandbox.updates import UpdateQueue
from sandbox.views import Views

_HELD: list[Json] = [{"message_id": None, "held": True}]


class PeopleActions:
    """Acts for people; raises PeopleError where an app would not let them."""

    def __init__(
        self, telegram: Telegram, updates: UpdateQueue, callbacks: Callbacks, views: Views
    ) -> None:
        self._telegram = telegram
        self._updates = updates
        self._callbacks = callbacks
        self._views = views

    def send(self, person: Person, contents: list[Json], group: str | None = None) -> list[Json]:
        """Sends messages, or holds them while offline → `[{"message_id": …}]`."""
        if person.blocked and not group:
            raise PeopleError(409, "the bot is blocked")
        if not person.online:
            person.held.append({"contents": contents, "group": group})
            self._telegram.save_person(person)
            return _HELD
        return [{"message_id": number} for number in self._deliver(person, contents, group)]

    def start(self, person: Person, payload: str) -> list[Json]:
        """Presses Start or follows a deep link."""
        if person.blocked:
            self.set_blocked(person, False)
        return self.send(person, text_contents(f"/start {payload}"))

    def set_blocked(self, person: Person, blocked: bool) -> None:
        """Blocks or unblocks the bot."""
        if blocked == person.blocked:
            return
        person.blocked = blocked
        self._telegram.save_person(person)
        if person.started:
            states = ("member", "kicked") if blocked else ("kicked", "member")
            self._membership(person, person.chat(), *states)

    def set_online(self, person: Person, online: bool) -> None:
        """Goes offline, or comes back and sends what was held."""
        person.online = online
        held, person.held = (person.held, []) if online else ([], person.held)
        self._telegram.save_person(person)
        for batch in held:
            if not person.blocked or batch["group"]:
                self._deliver(person, batch["contents"], batch["group"])

    def edit(self, person: Person, message_id: int, text: str, entities: list[Entity]) -> None:
        """Mends an own text or caption."""
        message = self._telegram.anywhere(message_id)
        own = message and not message.from_bot and message.content["from"]["id"] == person.id
        if message is None or not own or message.deleted:
            raise PeopleError(404, "there is no own message with this id")
        if not person.online or person.blocked:
            raise PeopleError(409, "offline, or the bot is blocked")
        worded = text_contents(text, entities)[0]
        if "text" not in message.content:
            worded = caption_content(text, entities)
        gone = {"text", "entities", "caption", "caption_entities"}
        kept = {k: v for k, v in message.content.items() if k not in gone}
        message.content = kept | worded | {"edit_date": self._telegram.clock.timestamp()}
        self._telegram.save(message)
        self._updates.put("edited_message", message.content)

    async def tap(self, person: Person, message_id: int, wish: Json) -> Json:
        """Taps an inline button by its text, or sends callback data as a forging client would."""
        message = self._telegram.anywhere(message_id)
        if message is None or message.chat_id not in {person.id, *self._telegram.groups}:
            raise PeopleError(404, "there never was such a message")
        if not person.online or person.blocked:
            raise PeopleError(409, "offline, or the bot is blocked")
        data = wish.get("data")
        if data is None:
            button = _button(message, wish.get("text"))
            if "url" in button:
                url = button["url"]
                return {"answer": None, "url": url, "start": self._views.deep_link(url)}
            if "copy_text" in button:
                return {"answer": None, "copied": button["copy_text"]["text"]}
            if "callback_data" not in button:
                raise PeopleError(400, "this kind of button does nothing here")
            data = button["callback_data"]
        query_id = self._callbacks.open()
        self._updates.put("callback_query", _query(query_id, person, message, str(data)))
        return {"answer": await self._callbacks.answered(query_id)}

    def press(self, person: Person, text: str) -> Json:
        """Presses a button of the reply keyboard."""
        chat = self._telegram.chat(person.id)
        rows = chat.keyboard["keyboard"] if chat.keyboard else []
        button = next((b for row in rows for b in row if b["text"] == text), None)
        if button is None:
            raise PeopleError(404, "there is no such button on the keyboard")
        share = button.get("request_contact")
        content = [contact_content(person)] if share else text_contents(text)
        sent = self.send(person, content)
        if chat.keyboard and chat.keyboard.get("one_time_keyboard"):
            self._telegram.set_keyboard(person.id, None)
            self._telegram.touch(person.id)
        return {"answer": None, "message_id": sent[0]["message_id"]}

    def read(self, person: Person) -> None:
        """Has seen everything."""
        newest = max(self._telegram.chat(person.id).messages, default=0)
        if newest > person.read_up_to:
            person.read_up_to = newest
            self._telegram.save_person(person)

    def _deliver(self, person: Person, contents: list[Json], group: str | None) -> list[int]:
        place: Person | Group = self._group(person, group) if group else person
        if not group and not person.started:
            person.started = True
            self._telegram.save_person(person)
        messages = [self._telegram.post(place.chat(), person.user(), c) for c in contents]
        for message in messages:
            self._updates.put("message", message.content)
        return [message.message_id for message in messages]

    def _group(self, person: Person, title: str) -> Group:
        group, new = self._telegram.group(title)
        if new:
            self._membership(person, group.chat(), "left", "member")
        return group

    def _membership(self, person: Person, chat: Json, before: str, after: str) -> None:
        def member(status: str) -> Json:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": self._telegram.bot_user(), "status": status, **until}

        self._updates.put(
            "my_chat_member",
            {
                "chat": chat,
                "from": person.user(),
                "date": self._telegram.clock.timestamp(),
                "old_chat_member": member(before),
                "new_chat_member": member(after),
            },
        )


def _button(message: Message, text: Any) -> Json:
    rows = message.content.get("reply_markup", {}).get("inline_keyboard", [])
    found = [button for row in rows for button in row if button["text"] == text]
    if message.deleted or not found:
        shown = [] if message.deleted else [button["text"] for row in rows for button in row]
        raise PeopleError(404, f"the message has no button {text!r}; it has {shown!r}")
    button: Json = found[0]
    return button


def _query(query_id: str, person: Person, message: Message, data: str) -> Json:
    shown = message.content
    if message.deleted:
        shown = {"chat": shown["chat"], "message_id": message.message_id, "date": 0}
    return {
        "id": query_id,
        "from": person.user(),
        "message": shown,
        "chat_instance": str(secrets.randbits(60)),
        "data": data,
    }
