"""An `.env` of an old installation: the programme that it names is found where it lies today."""

from pathlib import Path

import pytest

from award.programme import load
from bot.check import check
from bot.settings import SHIPPED_PROGRAMME, Settings

HOUSE = Path(__file__).parents[2]
FORMERLY = Path("award", "programmes", "tosbelgi")  # as README and .env.example once named it


def of_env(folder: Path, programme: Path, **other: Path) -> Settings:
    """Settings from an `.env` that names this programme."""
    lines = {"PROGRAMME": programme, **other}
    (folder / ".env").write_text("".join(f"{name}={value}\n" for name, value in lines.items()))
    return Settings(_env_file=folder / ".env")


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot is started in its folder, and nothing but `.env` names a programme."""
    monkeypatch.chdir(HOUSE)
    monkeypatch.delenv("PROGRAMME", raising=False)
    monkeypatch.delenv("DATA_DIR", raising=False)


@pytest.mark.parametrize("programme", [FORMERLY, HOUSE / FORMERLY, Path("bot", "..", FORMERLY)])
def test_the_folder_of_the_first_versions_is_the_shipped_programme(
    tmp_path: Path, programme: Path
) -> None:
    settings = of_env(tmp_path, programme)
    assert settings.programme.resolve() == SHIPPED_PROGRAMME.resolve()
    assert load(settings.programme) == load(SHIPPED_PROGRAMME)


def test_it_is_so_however_the_house_is_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a house in which the programme lies somewhere else."""
    monkeypatch.setattr("bot.settings._FORMERLY", tmp_path / FORMERLY)
    monkeypatch.chdir(tmp_path)
    for programme in (FORMERLY, tmp_path / FORMERLY):
        assert of_env(tmp_path, programme).programme == SHIPPED_PROGRAMME
    # Somebody's own that stands there is theirs.
    (tmp_path / FORMERLY).mkdir(parents=True)
    (tmp_path / FORMERLY / "programme.yaml").touch()
    assert of_env(tmp_path, FORMERLY).programme == FORMERLY


async def test_a_foreign_folder_that_is_not_there_is_named_with_its_setting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that ends alike is not taken for the shipped one: what is meant is not known."""
    for programme in (tmp_path / FORMERLY, Path("award", "programmes", "other")):
        settings = of_env(tmp_path, programme, DATA_DIR=tmp_path)
        assert settings.programme == programme
        assert await check(settings) == 1
        assert f"PROGRAMME {programme} is missing" in capsys.readouterr().out
