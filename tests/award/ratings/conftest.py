"""The level that places, tables and names are tried in."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import Programme
from tests.award.ratings.places import Level


@pytest.fixture
def level(session: AsyncSession, tosbelgi: Programme) -> Level:
    return Level(session, tosbelgi)
