from pathlib import Path

import pytest

from award import programme as award_programme
from award.programme import Programme

SHIPPED = Path(award_programme.__file__).parent / "programmes" / "tosbelgi"
TINY = Path(__file__).parent / "tiny" / "programme.yaml"


@pytest.fixture(scope="session")
def tosbelgi() -> Programme:
    return award_programme.load(SHIPPED)


@pytest.fixture(scope="session")
def tiny() -> Programme:
    return award_programme.load(TINY)
