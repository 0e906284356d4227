from pathlib import Path

import pytest

import award.programme
from award.programme import Programme, load

SHIPPED = Path(award.programme.__file__).parent / "tosbelgi"
TINY = Path(__file__).parent / "tiny" / "programme.yaml"


@pytest.fixture(scope="session")
def tosbelgi() -> Programme:
    return load(SHIPPED)


@pytest.fixture(scope="session")
def tiny() -> Programme:
    return load(TINY)
