"""Pages for a browser without Telegram, and what portals read of badges (programme.md §8.5).

Rendered here, without a script or a cookie. They tell what the bot tells, and keep the same tries.
"""

import json
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from hashlib import sha256
from http import HTTPStatus
from ipaddress import IPv6Address, ip_address, ip_network
from pathlib import Path

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from award.certificates.badges import achievement, status_list
from award.certificates.issuer import Issuer
from award.certificates.verifying import (
    TooManyTries,
    Verified,
    verified_by_number,
    verified_by_token,
)
from award.programme import Programme
from bot.assemble import Service
from bot.clock import Clock
from bot.webhook import listen
from locales import LANGUAGES, texts
from storage.database import Database

SECONDS = 60  # that a page may be kept by a browser or a proxy
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
LONGEST = 200  # characters of what is typed
_STYLE = (Path(__file__).parent / "public.css").read_text("utf-8")
_POLICY = (
    "default-src 'none'; style-src 'sha256-{}'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
_page = Environment(
    loader=PackageLoader("bot", "."), autoescape=True, undefined=StrictUndefined
).get_template("public.html")


class Pages:
    """What is served under PUBLIC_URL."""

    def __init__(
        self, database: Database, programme: Programme, issuer: Issuer, clock: Clock
    ) -> None:
        self.database, self.programme, self.issuer = database, programme, issuer
        self.now = clock.now

    def add_to(self, router: web.UrlDispatcher) -> None:
        get = router.add_get
        get("/c/{token}", self.by_token)
        get("/verify", self.by_number)
        get("/.well-known/did.json", self.document(lambda: self.issuer.did_document))
        get("/did.json", self.document(lambda: self.issuer.did_document))
        get("/.well-known/jwks.json", self.document(lambda: self.issuer.jwks))
        get("/achievements/{level}", self.achievement)
        get(r"/status/{number:\d{1,6}}", self.status)

    async def by_token(self, request: web.Request) -> web.Response:
        """What a certificate's QR code tells."""
        token = request.match_info["token"][:LONGEST]
        async with self.database.transaction() as session:
            found = await verified_by_token(session, self.programme, token, self.now())
        return self._told(request, found)

    async def by_number(self, request: web.Request) -> web.Response:
        """The form, and what it finds; nobody but who asked keeps that."""
        number, surname = (request.query.get(name, "")[:LONGEST] for name in ("number", "surname"))
        say = texts(_language(request))
        if not (number.strip() and surname.strip()):
            return self._shown(request, {"form": True})
        try:
            async with self.database.transaction() as session:
                found = await verified_by_number(
                    session, self.programme, number, surname, f"web:{_asker(request)}", self.now()
                )
        except TooManyTries as refusal:
            said = say(refusal.key, **refusal.details)
            return self._shown(request, {"form": True, "said": said}, HTTPStatus.TOO_MANY_REQUESTS)
        return self._told(request, found, form=True)

    def document(
        self, made: Callable[[], object]
    ) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def serve(_request: web.Request) -> web.Response:
            return _json(made())

        return serve

    async def achievement(self, request: web.Request) -> web.Response:
        level = request.match_info["level"]
        if self.programme.find_level(level) is None:
            raise web.HTTPNotFound
        return _json(achievement(self.programme, level, self.issuer))

    async def status(self, request: web.Request) -> web.Response:
        """Which badges do not hold any more."""
        number = int(request.match_info["number"])
        async with self.database.transaction() as session:
            signed = await status_list(session, number, self.issuer, self.now())
        kept = {"Cache-Control": f"public, max-age={SECONDS}"}
        return web.Response(text=signed, content_type="application/vc+jwt", headers=kept)

    def _told(
        self, request: web.Request, found: Verified | None, *, form: bool = False
    ) -> web.Response:
        say = texts(_language(request))
        if found is None:
            shown = {"form": True, "said": say("verify-unknown")}
            return self._shown(request, shown, HTTPStatus.NOT_FOUND)
        level = self.programme.find_level(found.level)
        name = say("verify-name", name=found.name) if found.name else say("verify-no-name")
        facts = say(
            "verify-facts",
            level=level.name[say.language] if level else found.level,
            year=str(found.year),
        )
        colour = self.programme.certificate.levels[found.level].colour if level else "#333333"
        said = say(f"verify-{found.state.value}")
        return self._shown(
            request, {"said": said, "facts": (name, facts), "colour": colour, "form": form}
        )

    def _shown(
        self, request: web.Request, shown: dict[str, object], status: int = HTTPStatus.OK
    ) -> web.Response:
        say = texts(_language(request))
        given: dict[str, object] = {
            "say": say,
            "words": {
                "title": say.plain("public-title"),
                "number": say.plain("public-number"),
                "surname": say.plain("public-surname"),
                "verify": say.plain("public-verify"),
            },
            "title": self.programme.name[say.language],
            "languages": LANGUAGES,
            "here": {name: value for name, value in request.query.items() if name != "lang"},
            "base": self.issuer.base,
            "path": self.issuer.base + request.path,
            "facts": (),
            "said": None,
            "form": False,
            "colour": "#333333",
        } | shown
        style = _STYLE.replace("COLOUR", str(given["colour"]))
        page = _page.render(given | {"style": Markup(style)})
        # What was typed is for who typed it alone.
        whose = "private, no-store" if request.query else f"public, max-age={SECONDS}"
        kept = {"Cache-Control": whose, "Vary": "Accept-Language"}
        hashed = b64encode(sha256(style.encode()).digest()).decode()
        return web.Response(
            text=page,
            status=status,
            content_type="text/html",
            headers=HEADERS | kept | {"Content-Security-Policy": _POLICY.format(hashed)},
        )


def _json(document: object) -> web.Response:
    kept = {"Cache-Control": f"public, max-age={SECONDS}", "Access-Control-Allow-Origin": "*"}
    words = json.dumps(document, ensure_ascii=False)
    return web.Response(text=words, content_type="application/json", headers=kept)


def _language(request: web.Request) -> str:
    """As was chosen on the page, or the first of the browser's that there is."""
    wished = [request.query.get("lang", "")]
    wished += [
        each.partition(";")[0].strip()[:2]
        for each in request.headers.get("Accept-Language", "").split(",")
    ]
    return next((each for each in wished if each in LANGUAGES), LANGUAGES[0])


def _asker(request: web.Request) -> str:
    """From which address: a proxy on this machine or network says it last of all.

    Of IPv6 the first half: whoever has one address has all that begin with it, each with its tries.
    """
    near = request.remote or ""
    said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        address = ip_address(said if said and ip_address(near).is_private else near)
    except ValueError:
        return near
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network((address, 64), strict=False))
    return str(address)


@asynccontextmanager
async def public_pages(bot: Service) -> AsyncIterator[int | None]:
    """Serve while this lasts; the port, or None without PUBLIC_URL.

    On a port of its own: however many look at pages, Telegram's connections are left alone.
    """
    settings = bot.settings
    if settings.issuer is None:
        yield None
        return
    application = web.Application(client_max_size=0)
    Pages(bot.database, bot.programme, settings.issuer, bot.clock).add_to(application.router)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    assert runner.server is not None
    server = None
    try:
        server = await listen(runner.server, settings.webhook_host, settings.public_port)
        yield server.sockets[0].getsockname()[1]
    finally:
        if server is not None:
            server.close()
        await runner.cleanup()
