"""The state of this small Telegram: people, chats, messages, what each person sees change."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import ApiError, PeopleError, bad_request, forbidden
from sandbox.snapshot import Snapshot

Json = dict[str, Any]

_FIRST_PERSON = 700_000_001
_FIRST_GROUP = -1_001_000_000_001
_REVISIONS_BETWEEN_STARTS = 100_000


@dataclass(slots=True)
class Person:
    """A Telegram user, and their chat with the bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "kk"
    phone: str = ""
    blocked: bool = False
    online: bool = True
    started: bool = False
    read_up_to: int = 0
    held: list[Json] = field(default_factory=list)

    def user(self) -> Json:
        """Telegram's User."""
        user = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {key: value for key, value in user.items() if value is not None}

    def chat(self) -> Json:
        """Telegram's Chat."""
        user = self.user()
        del user["is_bot"]
        user.pop("language_code", None)
        return user | {"type": "private"}


@dataclass(slots=True)
class Group:
    """A group with the bot in it."""

    id: int
    title: str

    def chat(self) -> Json:
        """Telegram's Chat."""
        return {"id": self.id, "title": self.title, "type": "supergroup"}


@dataclass(slots=True)
class Message:
    """A message: `content` is Telegram's Message, `keyboard` a reply markup that is not inline."""

    message_id: int
    chat_id: int
    from_bot: bool
    content: Json
    keyboard: Json | None = None
    revision: int = 0
    deleted: bool = False


@dataclass(slots=True)
class Chat:
    """What a chat shows; `messages` in the order of their last change."""

    messages: dict[int, Message] = field(default_factory=dict)
    revision: int = 0
    keyboard: Json | None = None
    action: str | None = None
    action_at: float = 0.0
    pinned: list[int] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)


class Telegram:
    """People, groups and messages; everything that happens passes through here."""

    def __init__(self, bot_id: int, snapshot: Snapshot, clock: Clock) -> None:
        self.bot_id = bot_id
        self.clock = clock
        self._snapshot = snapshot
        self._listeners: list[Callable[[Json], None]] = []
        self.people = {item["id"]: Person(**item) for item in snapshot.all("person")}
        self.groups = {item["id"]: Group(**item) for item in snapshot.all("group")}
        self._chats: dict[int, Chat] = {}
        self._messages: dict[int, Message] = {}
        self._polls: dict[str, list[Message]] = {}
        for item in sorted(snapshot.all("message"), key=lambda item: int(item["revision"])):
            message = Message(**item)
            self._know(message)
            chat = self.chat(message.chat_id)
            chat.messages[message.message_id] = message
        for item in snapshot.all("keyboard"):
            self.chat(item["chat_id"]).keyboard = item["keyboard"]
        for item in snapshot.all("pinned"):
            self.chat(item["chat_id"]).pinned = item["pinned"]
        self._votes = {item["poll_id"]: dict(item["votes"]) for item in snapshot.all("votes")}
        self._last_message = max(self._messages, default=0)
        self._revision = max((m.revision for m in self._messages.values()), default=0)
        if self._revision:
            # Changes without a message are not kept; nobody may have seen a later revision.
            self._revision += _REVISIONS_BETWEEN_STARTS
        for chat in self._chats.values():
            chat.revision = self._revision
        self.bot: Json = {
            "first_name": "Award",
            "username": "award_sandbox_bot",
            "names": {},
            "descriptions": {},
            "short_descriptions": {},
            "menu_buttons": {},
            "commands": [],
        }
        for item in snapshot.all("bot"):
            self.bot |= item
        for item in snapshot.all("clock"):
            clock.offset = timedelta(seconds=item["offset"])

    # Who is there

    def user(self, user_id: int) -> Json | None:
        """Telegram's User of a person or of the bot, None where nobody has this id."""
        if user_id == self.bot_id:
            return self.bot_user()
        person = self.people.get(user_id)
        return person.user() if person else None

    def named(self, entities: list[Json]) -> list[Json]:
        """The entities with those they mention; nobody is mentioned whom Telegram misses."""
        known = []
        for entity in entities:
            user = self.user(entity["user"]["id"]) if "user" in entity else None
            if user or "user" not in entity:
                known.append(entity | ({"user": user} if user else {}))
        return known

    def bot_user(self) -> Json:
        """Telegram's User of the bot."""
        name = self.bot["names"].get("") or self.bot["first_name"]
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": name,
            "username": self.bot["username"],
        }

    def save_bot(self) -> None:
        """Keeps a change of the bot's own settings."""
        self._snapshot.put("bot", "bot", self.bot)
        self.tell({"person_id": None, "people": True})

    def save_clock(self) -> None:
        """Keeps the clock's offset."""
        self._snapshot.put("clock", "clock", {"offset": self.clock.offset.total_seconds()})
        self.tell({"person_id": None, "clock": self.clock.now().isoformat(timespec="seconds")})

    def add_person(self, wish: Json) -> Person:
        """A new user; raises PeopleError when id or username is taken."""
        no_language = "language_code" in wish and not wish["language_code"]
        wish = {key: value for key, value in wish.items() if value not in (None, "")}
        newest = max(self.people, default=_FIRST_PERSON - 1)
        person_id = int(wish.pop("id", newest + 1))
        username = wish.get("username")
        if username is not None:
            wish["username"] = username = str(username).removeprefix("@")
        taken = username and any(username == p.username for p in self.people.values())
        if person_id in self.people or taken or person_id <= 0:
            raise PeopleError(409, "this id or username is taken")
        wish.setdefault("phone", f"+7701{person_id % 10_000_000:07}")
        texts: Json = {key: str(value) for key, value in wish.items()}
        person = Person(id=person_id, **texts)
        if no_language:
            person.language_code = None
        self.save_person(person)
        self.tell({"person_id": None, "people": True})
        return person

    def save_person(self, person: Person) -> None:
        """Keeps a change of a person, and shows it."""
        self.people[person.id] = person
        self._snapshot.put("person", person.id, asdict(person))
        self.touch(person.id)

    def group(self, title: str) -> tuple[Group, bool]:
        """The group of this title, and whether it was made just now."""
        for group in self.groups.values():
            if group.title == title:
                return group, False
        group = Group(min(self.groups, default=_FIRST_GROUP + 1) - 1, title)
        self.groups[group.id] = group
        self._snapshot.put("group", group.id, asdict(group))
        return group, True

    def reachable(self, chat_id: int | str) -> Person | Group:
        """The chat a bot may write to; raises ApiError."""
        try:
            number = int(chat_id)
        except ValueError:
            raise bad_request("chat not found") from None
        if group := self.groups.get(number):
            return group
        person = self.people.get(number)
        if person is None:
            raise bad_request("chat not found")
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
        return person

    # Messages

    def chat(self, chat_id: int) -> Chat:
        """What a chat shows."""
        return self._chats.setdefault(chat_id, Chat())

    def message(self, chat_id: int, message_id: int, missing: ApiError) -> Message:
        """A message that is there; raises `missing`."""
        found = self._messages.get(message_id)
        if found is None or found.deleted or found.chat_id != chat_id:
            raise missing
        return found

    def ever(self, chat_id: int, message_id: int) -> Message | None:
        """A message that was there at some time, even if deleted since."""
        found = self._messages.get(message_id)
        return found if found and found.chat_id == chat_id else None

    def anywhere(self, message_id: int) -> Message | None:
        """A message of any chat, even if deleted since."""
        return self._messages.get(message_id)

    def post(
        self, chat: Json, sender: Json, content: Json, keyboard: Json | None = None
    ) -> Message:
        """A new message, dated now."""
        self._last_message += 1
        full = {
            "message_id": self._last_message,
            "from": sender,
            "chat": chat,
            "date": self.clock.timestamp(),
            **content,
        }
        from_bot = sender["id"] == self.bot_id
        message = Message(self._last_message, chat["id"], from_bot, full, keyboard)
        self._know(message)
        shown = self.chat(message.chat_id)
        if from_bot:
            shown.action = None
        if keyboard and ("keyboard" in keyboard or keyboard.get("remove_keyboard")):
            self.set_keyboard(message.chat_id, keyboard if "keyboard" in keyboard else None)
        self.save(message)
        return message

    def _know(self, message: Message) -> None:
        self._messages[message.message_id] = message
        if "poll" in message.content:
            self._polls.setdefault(message.content["poll"]["id"], []).append(message)

    def save(self, message: Message) -> None:
        """Keeps a message after a change, and shows it."""
        chat = self.chat(message.chat_id)
        self._revision += 1
        message.revision = self._revision
        chat.messages.pop(message.message_id, None)
        chat.messages[message.message_id] = message
        self._snapshot.put("message", message.message_id, asdict(message))
        self.touch(message.chat_id, self._revision)

    def delete(self, message: Message) -> None:
        """Takes a message away; its traces stay for late taps."""
        message.deleted = True
        if message is self._keyboard_bringer(message.chat_id):
            self.set_keyboard(message.chat_id, None)
        pinned = self.chat(message.chat_id).pinned
        if message.message_id in pinned:
            self.set_pinned(message.chat_id, [n for n in pinned if n != message.message_id])
        self.save(message)

    def _keyboard_bringer(self, chat_id: int) -> Message | None:
        """The message that the reply keyboard on screen came with; an older one may be the same."""
        messages = self.chat(chat_id).messages.values()
        brought = [each for each in messages if each.keyboard and "keyboard" in each.keyboard]
        return max(brought, key=lambda each: each.message_id, default=None)

    def set_keyboard(self, chat_id: int, keyboard: Json | None) -> None:
        """The reply keyboard on screen."""
        self.chat(chat_id).keyboard = keyboard
        self._snapshot.put("keyboard", chat_id, {"chat_id": chat_id, "keyboard": keyboard})

    def set_pinned(self, chat_id: int, pinned: list[int]) -> None:
        """The pinned messages, the oldest first."""
        self.chat(chat_id).pinned = pinned
        self._snapshot.put("pinned", chat_id, {"chat_id": chat_id, "pinned": pinned})
        self.touch(chat_id)

    # Polls

    def votes(self, poll_id: str) -> dict[int, list[int]]:
        """Who chose which options."""
        return self._votes.get(poll_id, {})

    def keep_votes(self, poll_id: str, votes: dict[int, list[int]]) -> None:
        """Who chooses which options from now on."""
        self._votes[poll_id] = votes
        item = {"poll_id": poll_id, "votes": list(votes.items())}
        self._snapshot.put("votes", poll_id, item)

    def with_poll(self, poll_id: str) -> list[Message]:
        """The messages that show a poll; it may have been forwarded."""
        return self._polls.get(poll_id, [])

    def polls(self) -> list[Json]:
        """Every poll that was ever sent."""
        return [messages[0].content["poll"] for messages in self._polls.values()]

    def unread(self, person: Person) -> int:
        """How many of the bot's messages the person has not seen."""
        count = 0
        for message in self.chat(person.id).messages.values():
            unseen = message.message_id > person.read_up_to
            count += unseen and message.from_bot and not message.deleted
        return count

    # Live changes

    def touch(self, chat_id: int, revision: int | None = None) -> None:
        """Wakes whoever looks at a chat."""
        if revision is None:
            self._revision += 1
        chat = self.chat(chat_id)
        chat.revision = self._revision
        chat.changed.set()
        chat.changed = asyncio.Event()
        person = self.people.get(chat_id)
        if person and self._listeners:
            unread = self.unread(person)
            self.tell({"person_id": chat_id, "revision": chat.revision, "unread": unread})

    async def changed_after(self, chat_id: int, revision: int, seconds: float) -> None:
        """Returns once the chat changed after `revision`, or the seconds have passed."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while self.chat(chat_id).revision <= revision and (left := deadline - loop.time()) > 0:
            event = self.chat(chat_id).changed
            try:
                await asyncio.wait_for(event.wait(), left)
            except TimeoutError:
                return

    def listen(self, listener: Callable[[Json], None]) -> Callable[[], None]:
        """Calls `listener` with every event; the result ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, event: Json) -> None:
        """An event for everyone who listens."""
        for listener in list(self._listeners):
            listener(event)

    def newest_first(self, chat_id: int) -> Iterator[Message]:
        """A chat's messages, the last changed first."""
        return reversed(self.chat(chat_id).messages.values())
