"""The sign of life, for who watches the process: it says that updates are received."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.journeys.world import World, a_world


@pytest.fixture
async def world(data_folder: Path) -> AsyncIterator[World]:
    async with a_world(data_folder) as world:
        yield world


async def test_by_polling_it_is_touched_when_a_batch_is_handled(world: World) -> None:
    phone = await world.phone("Аружан")
    await phone.start()
    await phone.sees("Қазақша")
    await phone.write("/language")
    await phone.sees("Қазақша", new=True)  # so the batch before is done with
    assert world.settings.sign_of_life.exists()


async def test_nothing_received_is_no_sign_of_life(world: World) -> None:
    await world.stop_bot()
    world.settings.sign_of_life.unlink(missing_ok=True)
    await world.fault("getUpdates", status=502, description="Bad Gateway", times=1000)
    await world.start_bot()
    seen = 0
    while seen < 2:
        async with world.http.get(f"{world.sandbox.url}/calls") as answer:
            calls = (await answer.json())["calls"]
        seen = sum(call["method"] == "getUpdates" and call["status"] == 502 for call in calls)
    assert not world.settings.sign_of_life.exists()


async def test_by_webhook_it_is_touched_and_health_answers(
    world: World, unused_tcp_port: int
) -> None:
    await world.stop_bot()
    world.settings.sign_of_life.unlink(missing_ok=True)
    here = f"http://127.0.0.1:{unused_tcp_port}"
    secret = SecretStr("of-a-test")
    world.settings = world.settings.model_copy(
        update={
            "webhook_url": here,
            "webhook_secret": secret,
            "webhook_port": unused_tcp_port,
        }
    )
    await world.start_bot()
    phone = await world.phone("Аружан")
    await phone.start()
    await phone.sees("Қазақша")
    async with asyncio.timeout(60):  # the service's own probe, whenever it is made
        while not world.settings.sign_of_life.exists():  # noqa: ASYNC110 - a file tells nobody
            await asyncio.sleep(0.02)
    async with world.http.get(f"{here}/health") as answer:
        assert answer.status == 200
    async with world.http.post(f"{here}/telegram", json={"update_id": 1}) as answer:
        assert answer.status == 403
