"""The people's API over HTTP; README.md of this package shows every call."""

import asyncio
import json
import logging
from typing import Any

from aiohttp import web

from sandbox.bot_settings import bot_text, commands_of
from sandbox.errors import PeopleError
from sandbox.files import FileStore
from sandbox.forms import read_form, read_json
from sandbox.people_actions import PeopleActions
from sandbox.people_content import PeopleContent, contact_content, decorated
from sandbox.polls import Polls
from sandbox.telegram import Json, Message, Person, Telegram
from sandbox.views import Views

_log = logging.getLogger(__name__)
_MAX_FILE = 2_000 * 1024 * 1024
_MAX_WAIT = 60
_PING_SECONDS = 15
_PERSON_FIELDS = {"id", "first_name", "last_name", "username", "language_code", "phone"}
_INLINE = {"image/jpeg", "image/png", "image/webp", "image/gif"}


class PeopleApi:
    """Answers the page and the tests."""

    def __init__(
        self,
        telegram: Telegram,
        files: FileStore,
        actions: PeopleActions,
        polls: Polls,
        views: Views,
    ) -> None:
        self._telegram = telegram
        self._files = files
        self._actions = actions
        self._polls = polls
        self._views = views
        self._content = PeopleContent(telegram, files)

    def routes(self) -> list[web.RouteDef]:
        """Every call of the people's API."""
        person = "/people/{id:\\d+}"
        return [
            web.get("/people", self.people),
            web.post("/people", self.add_person),
            web.get(person, self.one_person),
            web.get(person + "/messages", self.messages),
            web.post(person + "/messages", self.send),
            web.post(person + "/edits", self.edit),
            web.post(person + "/taps", self.tap),
            web.post(person + "/votes", self.vote),
            web.post(person + "/contact", self.contact),
            web.post(person + "/start", self.start),
            web.post(person + "/blocked", self.blocked),
            web.post(person + "/online", self.online),
            web.post(person + "/read", self.read),
            web.get(person + "/commands", self.commands),
            web.get("/groups", self.groups),
            web.get("/bot", self.bot),
            web.get("/events", self.events),
            web.get("/files/{unique_id}/{name}", self.file),
        ]

    async def people(self, request: web.Request) -> web.Response:
        """GET /people."""
        return _json([self._views.person(person) for person in self._telegram.people.values()])

    async def add_person(self, request: web.Request) -> web.Response:
        """POST /people."""
        wish = {k: v for k, v in (await _body(request)).items() if k in _PERSON_FIELDS}
        if not isinstance(wish.get("first_name"), str) or not wish["first_name"].strip():
            raise PeopleError(400, "first_name is needed")
        return _json(self._views.person(self._telegram.add_person(wish)), status=201)

    async def one_person(self, request: web.Request) -> web.Response:
        """GET /people/{id}."""
        return _json(self._views.person(self._person(request)))

    async def messages(self, request: web.Request) -> web.Response:
        """GET /people/{id}/messages."""
        person = self._person(request)
        chat_id = int(request.query.get("chat", person.id))
        if chat_id != person.id and chat_id not in self._telegram.groups:
            raise PeopleError(404, "there is no such group")
        after = int(request.query.get("after", 0))
        wait = min(float(request.query.get("wait", 0)), _MAX_WAIT)
        if wait > 0:
            await self._telegram.changed_after(chat_id, after, wait)
        return _json(self._views.chat(chat_id, person, after))

    async def send(self, request: web.Request) -> web.Response:
        """POST /people/{id}/messages."""
        person = self._person(request)
        form = await read_form(request, self._files.incoming, _MAX_FILE)
        try:
            reply_to = self._replied(person, form.fields.get("reply_to"))
            contents = await self._content.of(form)
        finally:
            form.discard()
        contents = decorated(contents, form.fields, self._telegram.clock, reply_to)
        sent = self._actions.send(person, contents, form.fields.get("group") or None)
        return _json(sent, status=200 if person.online else 202)

    async def edit(self, request: web.Request) -> web.Response:
        """POST /people/{id}/edits."""
        body = await _body(request)
        message_id = int(body["message_id"])
        self._actions.edit(self._person(request), message_id, *self._content.words(body))
        return _json({"message_id": message_id})

    async def tap(self, request: web.Request) -> web.Response:
        """POST /people/{id}/taps."""
        person, body = self._person(request), await _body(request)
        if body.get("message_id") is None:
            return _json(self._actions.press(person, str(body.get("text"))))
        return _json(await self._actions.tap(person, int(body["message_id"]), body))

    async def vote(self, request: web.Request) -> web.Response:
        """POST /people/{id}/votes."""
        person, body = self._person(request), await _body(request)
        chosen = [int(number) for number in body["options"]]
        self._polls.vote(person, int(body["message_id"]), chosen)
        return _json({"options": chosen})

    async def contact(self, request: web.Request) -> web.Response:
        """POST /people/{id}/contact."""
        person = self._person(request)
        sent = self._actions.send(person, [contact_content(person)])
        return _json(sent, status=200 if person.online else 202)

    async def start(self, request: web.Request) -> web.Response:
        """POST /people/{id}/start."""
        person = self._person(request)
        sent = self._actions.start(person, str((await _body(request)).get("payload") or ""))
        return _json(sent, status=200 if person.online else 202)

    async def blocked(self, request: web.Request) -> web.Response:
        """POST /people/{id}/blocked."""
        person = self._person(request)
        self._actions.set_blocked(person, _flag(await _body(request), "blocked"))
        return _json(self._views.person(person))

    async def online(self, request: web.Request) -> web.Response:
        """POST /people/{id}/online."""
        person = self._person(request)
        self._actions.set_online(person, _flag(await _body(request), "online"))
        return _json(self._views.person(person))

    async def read(self, request: web.Request) -> web.Response:
        """POST /people/{id}/read."""
        person = self._person(request)
        self._actions.read(person)
        return _json({"unread": self._telegram.unread(person)})

    async def commands(self, request: web.Request) -> web.Response:
        """GET /people/{id}/commands."""
        person = self._person(request)
        return _json(commands_of(self._telegram, person.id, person.language_code or ""))

    async def groups(self, request: web.Request) -> web.Response:
        """GET /groups."""
        return _json([{"id": g.id, "title": g.title} for g in self._telegram.groups.values()])

    async def bot(self, request: web.Request) -> web.Response:
        """GET /bot."""
        language = request.query.get("language_code", "")
        buttons = self._telegram.bot["menu_buttons"]
        return _json(
            {
                "id": self._telegram.bot_id,
                "username": self._telegram.bot["username"],
                "first_name": bot_text(self._telegram, "name", language),
                "description": bot_text(self._telegram, "description", language),
                "short_description": bot_text(self._telegram, "short_description", language),
                "menu_button": buttons.get("", {"type": "commands"}),
            }
        )

    async def events(self, request: web.Request) -> web.StreamResponse:
        """GET /events."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        happened: asyncio.Queue[Json] = asyncio.Queue()
        end = self._telegram.listen(happened.put_nowait)
        try:
            await response.prepare(request)
            await response.write(b": hello\n\n")
            while True:
                try:
                    event = await asyncio.wait_for(happened.get(), _PING_SECONDS)
                    await response.write(f"data: {json.dumps(event)}\n\n".encode())
                except TimeoutError:
                    await response.write(b": still here\n\n")
        except ConnectionError:
            return response
        finally:
            end()

    async def file(self, request: web.Request) -> web.StreamResponse:
        """GET /files/{unique_id}/{name}."""
        file = self._files.get(request.match_info["unique_id"])
        if file is None:
            raise PeopleError(404, "there is no such file")
        shown = file.mime_type in _INLINE or file.mime_type.startswith(("video/", "audio/"))
        headers = {
            "Content-Type": file.mime_type if shown else "application/octet-stream",
            # A document somebody sent must not run as part of the page.
            "Content-Disposition": "inline" if shown else "attachment",
            "Content-Security-Policy": "sandbox",
            "Cache-Control": "private, max-age=86400",
        }
        return web.FileResponse(self._files.path(file), headers=headers)

    def _person(self, request: web.Request) -> Person:
        person = self._telegram.people.get(int(request.match_info["id"]))
        if person is None:
            raise PeopleError(404, "there is no such person")
        return person

    def _replied(self, person: Person, message_id: Any) -> Message | None:
        if message_id in (None, ""):
            return None
        found = self._telegram.anywhere(int(message_id))
        if (
            found is None
            or found.deleted
            or found.chat_id
            not in {
                person.id,
                *self._telegram.groups,
            }
        ):
            raise PeopleError(404, "there is no message to reply to")
        return found


async def _body(request: web.Request) -> Json:
    body = await read_json(request) if request.can_read_body else {}
    if not isinstance(body, dict):
        raise PeopleError(400, "a JSON object is expected")
    return body


def _flag(body: Json, name: str) -> bool:
    value = body.get(name)
    if not isinstance(value, bool):
        raise PeopleError(400, f"{name} must be true or false")
    return value


def _json(body: Any, status: int = 200) -> web.Response:
    return web.json_response(body, status=status, dumps=_dumps)


def _dumps(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False)
