"""What the tests of staff begin with."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import Programme
from tests.award.staff.place import Place


@pytest.fixture
async def place(session: AsyncSession, tosbelgi: Programme) -> Place:
    return Place(session, tosbelgi)
