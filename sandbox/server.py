"""Puts the parts together and serves them on 127.0.0.1."""

import logging
import secrets
import tempfile
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox.bot_api import BotApi, CallLog
from sandbox.bot_media import BotMedia
from sandbox.bot_messages import BotMessages
from sandbox.bot_settings import BotSettings
from sandbox.bot_specials import BotSpecials
from sandbox.callbacks import Callbacks
from sandbox.clock import Clock
from sandbox.clock_api import BotClock, ClockApi
from sandbox.errors import PeopleError
from sandbox.faults import Faults
from sandbox.files import FileStore, Upload, new_file_id
from sandbox.flood import FloodGate
from sandbox.forms import TooLarge, Unreadable
from sandbox.people_actions import PeopleActions
from sandbox.people_api import PeopleApi
from sandbox.polls import Polls
from sandbox.snapshot import Snapshot
from sandbox.telegram import Json, Person, Telegram
from sandbox.testing_api import TestingApi
from sandbox.updates import UpdateQueue
from sandbox.views import Views

_log = logging.getLogger(__name__)

HOST = "127.0.0.1"
_PAGE = Path(__file__).parent / "page"
_MAX_BODY = 60 * 1024 * 1024
_LOCAL_NAMES = {HOST, "localhost"}


class Sandbox:
    """A Telegram on localhost for the bot of one token."""

    def __init__(
        self,
        token: str,
        data: Path | None = None,
        clock: BotClock | None = None,
        flood_limits: bool = True,
    ) -> None:
        self.clock = Clock()
        self.url = ""
        self._temporary = None if data else tempfile.TemporaryDirectory(prefix="sandbox-")
        self.folder = folder = data or Path(self._temporary.name if self._temporary else "")
        folder.mkdir(parents=True, exist_ok=True)
        self._snapshot = Snapshot(data / "sandbox.sqlite3" if data else None)
        self._files = files = FileStore(folder / "files", self._snapshot)
        self.telegram = Telegram(_bot_id(token), self._snapshot, self.clock)
        faults, callbacks = Faults(), Callbacks(self.clock)
        self.calls = calls = CallLog(self.clock)
        media, views = BotMedia(files), Views(self.telegram, files)
        self._updates = UpdateQueue(self._snapshot, self.clock)
        self._actions = PeopleActions(self.telegram, self._updates, callbacks, views)
        polls = Polls(self.telegram, self._updates)
        self._people_api = PeopleApi(self.telegram, files, self._actions, polls, views)
        self._testing_api = TestingApi(self._updates, faults, calls)
        self._clock_api = ClockApi(self.telegram, callbacks, polls, clock or BotClock())
        messages = BotMessages(self.telegram, media)
        specials = BotSpecials(self.telegram, messages, polls, self._updates)
        settings = BotSettings(self.telegram, self._updates, callbacks)
        flood = FloodGate(flood_limits)
        self._bot_api = BotApi(
            token, files, messages, specials, media, settings, flood, faults, calls
        )
        self._updates.carry_out = self._bot_api.carry_out
        self._runner: web.AppRunner | None = None

    async def polled(self) -> None:
        """Returns as soon as a bot waits for updates by long polling."""
        await self._updates.polled.wait()

    async def asked(self) -> None:
        """Returns when a bot asks for updates the next time, whether any wait or none."""
        await self._updates.asked.wait()

    async def start(self, port: int = 8081) -> None:
        """Listens on 127.0.0.1; port 0 picks a free one, which `url` names."""
        # Somebody always listens to events: waiting for them to leave would take for ever.
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, port).start()
        self.url = f"http://{HOST}:{self._runner.addresses[0][1]}"
        self._updates.start()

    async def stop(self) -> None:
        """Stops listening; with a data folder everything is kept."""
        await self._updates.stop()
        if self._runner:
            await self._runner.cleanup()
        self._snapshot.close()
        if self._temporary:
            self._temporary.cleanup()

    # For a program that begins a sandbox with people and files in it

    def person(self, wish: Json) -> Person:
        """The person with the id of the wish (as of `POST /people`), made if there is none yet."""
        return self.telegram.people.get(wish["id"]) or self.telegram.add_person(wish)

    def press_start(self, person_id: int) -> None:
        """Lets a person press Start, unless they have done it before."""
        person = self.telegram.people.get(person_id)
        if person and not person.started:
            self._actions.start(person, "")

    async def keep_photo(self, content: bytes) -> tuple[str, str]:
        """Stores a photo as if it had been sent → file_id and file_unique_id of its best size.

        Raises NotAPhoto.
        """
        path = self._files.incoming / secrets.token_hex(8)
        path.write_bytes(content)
        sizes = await self._files.keep_photo(
            Upload(path, "photo.jpg", "image/jpeg", len(content)), strict=False
        )
        return new_file_id(sizes[-1].unique_id), sizes[-1].unique_id

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=_MAX_BODY, middlewares=[_only_local, _explained])
        app.add_routes(self._people_api.routes())
        app.add_routes(self._testing_api.routes())
        app.add_routes(self._clock_api.routes())
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._bot_api.call)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._bot_api.file)
        app.router.add_get("/{path:.*}", _page)
        app.on_response_prepare.append(self._dated)
        return app

    async def _dated(self, request: web.Request, response: web.StreamResponse) -> None:
        """The bot's side tells the sandbox's time; what a browser caches keeps the real one."""
        if "token" in request.match_info:
            response.headers["Date"] = format_datetime(self.clock.now(), usegmt=True)


def _bot_id(token: str) -> int:
    number = token.partition(":")[0]
    return int(number) if number.isdecimal() else 42


async def _page(request: web.Request) -> web.StreamResponse:
    path = (_PAGE / (request.match_info["path"] or "index.html")).resolve()
    if not path.is_relative_to(_PAGE.resolve()) or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})


@web.middleware
async def _only_local(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses foreign Host and Origin headers: other web pages must not get at the people."""
    origin = request.headers.get("Origin")
    names = [urlsplit(f"//{request.host}").hostname]
    names += [urlsplit(origin).hostname] if origin else []
    if any(name not in _LOCAL_NAMES for name in names):
        raise web.HTTPForbidden(text="The sandbox talks to this machine only")
    response = await handler(request)
    if not response.prepared:
        response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@web.middleware
async def _explained(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Says in JSON what was wrong with a call of the people's API."""
    try:
        return await handler(request)
    except PeopleError as error:
        return web.json_response({"error": error.reason}, status=error.status)
    except TooLarge:
        return web.json_response({"error": "the file is too large"}, status=413)
    # What people send is converted where it is used; a wrong type or a missing field ends here.
    except (Unreadable, ValueError, KeyError, TypeError, OverflowError) as error:
        _log.info("%s %s refused", request.method, request.path, exc_info=True)
        return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
