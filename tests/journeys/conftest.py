"""The world that every story plays in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.journeys.world import World, a_world


@pytest.fixture
async def world(data_folder: Path) -> AsyncIterator[World]:
    async with a_world(data_folder) as world:
        yield world
