"""The webhook: who is heard, for how long, how many at once, and that being heard is no guess."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import select, text
from structlog.testing import capture_logs

from bot.check import check
from bot.decoding import LARGEST
from bot.run import kinds
from bot.webhook import (
    CONNECTIONS,
    LARGEST_BODY,
    PATH,
    PROBE,
    REQUEST_SECONDS,
    SECRET_HEADER,
    TELEGRAM_CONNECTIONS,
    serve_webhook,
)
from storage.database import Database
from storage.tables import SeenUpdate, UpdateAttempt
from tests.journeys.world import World, a_world

SECRET = "of-a-test" * 4
SOON = 60.0  # seconds for what comes at once, on a busy machine
WITH_SECRET = {SECRET_HEADER: SECRET}


@pytest.fixture
async def world(data_folder: Path, unused_tcp_port: int) -> AsyncIterator[World]:
    async with a_world(data_folder) as world:
        await by_webhook(world, unused_tcp_port)
        yield world


async def by_webhook(world: World, port: int) -> None:
    """Let it receive by webhook: the bot is there, and does not listen yet."""
    await world.stop_bot()
    world.settings = world.settings.model_copy(
        update={
            "webhook_url": f"http://127.0.0.1:{port}",
            "webhook_secret": SecretStr(SECRET),
            "webhook_port": port,
        }
    )
    world.settings.sign_of_life.unlink(missing_ok=True)
    await world.start_bot(receiving=False)


@asynccontextmanager
async def served(world: World, request_seconds: float = REQUEST_SECONDS) -> AsyncIterator[str]:
    """The webhook while Telegram knows of it; where it is."""
    bot = world.bot
    serving = asyncio.create_task(
        serve_webhook(bot.bot, bot.updates, world.settings, kinds(bot), request_seconds)
    )

    async def known() -> bool:
        assert not serving.done() or serving.result()
        return any(call["status"] == 200 for call in await calls(world))

    await until(known)
    try:
        yield str(world.settings.webhook_url)
    finally:
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(SOON):
        while not await holds():  # noqa: ASYNC110 - the sandbox's state, or a file's
            await asyncio.sleep(0.02)


async def calls(world: World) -> list[dict[str, Any]]:
    """The sandbox's calls of setWebhook."""
    query = {"method": "setWebhook"}
    async with world.http.get(f"{world.sandbox.url}/calls", params=query) as answer:
        found: list[dict[str, Any]] = (await answer.json())["calls"]
        return found


async def post(world: World, body: bytes, headers: dict[str, str] = WITH_SECRET) -> int:
    url = f"{world.settings.webhook_url}{PATH}"
    async with world.http.post(url, data=body, headers=headers) as answer:
        return answer.status


async def said(world: World, sent: bytes) -> bytes:
    """All that is answered to these bytes, until the connection ends."""
    reader, writer = await asyncio.open_connection("127.0.0.1", world.settings.webhook_port)
    try:
        async with asyncio.timeout(SOON):
            writer.write(sent)
            await writer.drain()
            return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


def head(secret: bytes, *more: bytes) -> bytes:
    name = SECRET_HEADER.encode()
    lines = [b"POST " + PATH.encode() + b" HTTP/1.1", b"Host: x", name + b": " + secret, *more]
    return b"\r\n".join(lines) + b"\r\n"


async def test_telegram_is_told_how_many_may_come_at_once(world: World) -> None:
    async with served(world):
        (call,) = await calls(world)
    assert int(call["parameters"]["max_connections"]) == TELEGRAM_CONNECTIONS < CONNECTIONS
    assert call["parameters"]["secret_token"] == SECRET


async def test_telegram_out_of_reach_is_waited_for(world: World) -> None:
    await world.fault("setWebhook", body="<h1>502</h1>", status=502, times=2)
    async with served(world):
        assert [call["status"] for call in await calls(world)] == [502, 502, 200]
        phone = await world.phone("Аружан")
        await phone.start()
        await phone.sees("Қазақша")


async def test_only_this_machine_is_heard(world: World) -> None:
    async with served(world):
        with socket.socket() as other:
            # The same port of all other addresses is free.
            other.bind(("127.0.0.2", world.settings.webhook_port))


async def test_all_of_the_machine_are_heard_where_it_is_told_so(world: World) -> None:
    world.settings = world.settings.model_copy(update={"webhook_host": "0.0.0.0"})
    async with served(world):
        _, writer = await asyncio.open_connection("127.0.0.2", world.settings.webhook_port)
        writer.close()

        async def probed() -> bool:
            return world.settings.sign_of_life.exists()

        await until(probed)


@pytest.mark.parametrize("secret", ["", "of-a-test", SECRET + "x", "қ" * 36])
async def test_another_secret_is_refused(world: World, secret: str) -> None:
    async with served(world):
        assert await post(world, PROBE, {SECRET_HEADER: secret}) == 403
        assert await post(world, PROBE) == 200


async def test_a_secret_of_any_bytes_is_refused(world: World) -> None:
    async with served(world):
        for secret in (b"\xff" * 36, "қ".encode() * 18, SECRET.encode() + b"\xff"):
            answer = await said(
                world, head(secret, b"Content-Length: 0", b"Connection: close", b"")
            )
            assert answer.startswith(b"HTTP/1.1 403")


async def test_half_a_request_is_not_waited_for(world: World) -> None:
    async with served(world, request_seconds=0.3):
        assert await said(world, b"") == b""
        assert await said(world, head(SECRET.encode())) == b""
        slow = head(SECRET.encode(), b"Content-Length: 16", b"", b'{"upd')
        assert (await said(world, slow)).startswith(b"HTTP/1.1 408")


async def test_more_connections_than_there_is_room_for_are_closed(world: World) -> None:
    more = 6
    async with served(world):
        address = ("127.0.0.1", world.settings.webhook_port)
        opened = [await asyncio.open_connection(*address) for _ in range(CONNECTIONS + more)]
        ends = {asyncio.create_task(reader.read()) for reader, _ in opened}
        refused: set[asyncio.Task[bytes]] = set()
        waiting = ends
        async with asyncio.timeout(SOON):
            while len(refused) < more:
                ended, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                refused |= ended
        # The service's own probe may hold one.
        assert more <= len(refused) <= more + 1
        for _, writer in opened:
            writer.close()
        await asyncio.gather(*ends, return_exceptions=True)

        async def room() -> bool:
            with suppress(OSError):
                return await post(world, PROBE) == 200
            return False

        await until(room)


async def test_probes_and_what_cannot_be_decoded_are_committed(
    database: Database, tmp_path: Path, unused_tcp_port: int
) -> None:
    large = b'{"update_id": 7, "quantum": "' + b"x" * LARGEST + b'"}'
    url = database.url.render_as_string(hide_password=False)
    async with a_world(tmp_path, database_url=url) as world:
        await by_webhook(world, unused_tcp_port)

        async def probed() -> bool:
            return world.settings.sign_of_life.exists()

        async with served(world):
            await until(probed)
            for body in (
                PROBE,
                b"",
                b"{",
                b"[]",
                b"\xff",
                b'{"update_id": 8, "message": 5}',
                large,
            ):
                assert await post(world, body) == 200
            assert await post(world, b"x" * (LARGEST_BODY + 1)) == 413
        async with world.bot.database.transaction() as session:
            assert set(await session.scalars(select(UpdateAttempt.update_id))) == {7, 8}
            assert list(await session.scalars(select(SeenUpdate.update_id))) == [0]


async def test_alive_is_not_touched_while_nothing_can_be_committed(world: World) -> None:
    async with world.bot.database.transaction() as session:
        await session.execute(text("ALTER TABLE seen_update RENAME TO seen_update_away"))
    with capture_logs() as lines:

        async def failed() -> bool:
            return any(line["event"] == "webhook_probe_failed" for line in lines)

        async with served(world):
            await until(failed)
            assert await post(world, PROBE) == 503
            assert await post(world, b'{"update_id": 9, "message": 5}') == 200
            async with world.http.get(f"{world.settings.webhook_url}/health") as answer:
                assert answer.status == 200
    assert not world.settings.sign_of_life.exists()


@pytest.mark.parametrize(("secret", "warned"), [("x" * 31, True), ("x" * 32, False)])
async def test_a_secret_that_can_be_guessed_is_warned_of(
    world: World, secret: str, warned: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    update = {"webhook_secret": SecretStr(secret)}
    world.settings = world.settings.model_copy(update=update)
    with capture_logs() as lines:
        async with served(world):
            pass
    assert warned == any(line["event"] == "webhook_secret_short" for line in lines)
    await check(world.settings)
    assert warned == ("WEBHOOK_SECRET has fewer than 32 signs" in capsys.readouterr().out)
    assert secret not in str(lines)
