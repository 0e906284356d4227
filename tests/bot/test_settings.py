"""Settings: listed for people exactly as they are, and the token told to nobody."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import Settings

HOUSE = Path(__file__).parents[2]
TOKEN = "424242:AAtoken-of-a-test_which-nobody-may-see"
NAMES = [name.upper() for name in Settings.model_fields]

LOG_EVERYTHING = """
import logging
import structlog
from bot.logs import set_up_logs
from bot.settings import Settings

settings = Settings()
set_up_logs(settings)
token = settings.bot_token.get_secret_value()
log = structlog.get_logger()
logging.getLogger("library").warning("POST https://api.telegram.org/bot%s/getMe", token)
logging.getLogger("library").warning("POST %(url)s", {"url": f"/file/bot{token}/photos/1.jpg"})
log.warning("event", settings=settings, dumped=settings.model_dump(), url=f"/bot{token}/getMe")
log.warning("event", deep={"urls": [f"/bot{token}/getMe"]}, raw=f"/bot{token}".encode())
log.warning(f"/bot{token}/getMe")
try:
    raise OSError(f"https://api.telegram.org/bot{token}/getMe")
except OSError as error:
    log.exception("failed", error=error)
    logging.getLogger("library").exception("failed")
"""


def _table() -> dict[str, str]:
    """The README's settings and what it says of their defaults."""
    readme = (HOUSE / "README.md").read_text("utf-8")
    section = readme.partition("\n## Settings\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| (.*?) ?\|", section, re.MULTILINE))


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env={name: value for name, value in os.environ.items() if name not in NAMES} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_readme_lists_every_setting_in_order_and_no_other() -> None:
    assert list(_table()) == NAMES


@pytest.mark.parametrize(
    "name", ["data_dir", "webhook_port", "log_level", "log_json", "plain_libraries"]
)
def test_the_readme_tells_the_defaults(name: str) -> None:
    default = Settings.model_fields[name].default
    assert _table()[name.upper()] == f"`{str(default).lower() if default is False else default}`"


def test_the_example_lists_every_setting_in_order_and_no_other() -> None:
    example = (HOUSE / ".env.example").read_text("utf-8")
    assert re.findall(r"^#?([A-Z0-9_]+)=", example, re.MULTILINE) == NAMES


def test_the_example_as_it_stands_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    assert Settings(_env_file=HOUSE / ".env.example") == Settings(_env_file=None)


def test_every_line_of_the_example_is_a_good_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    example = (HOUSE / ".env.example").read_text("utf-8")
    (tmp_path / ".env").write_text(re.sub(r"(?m)^#([A-Z0-9_]+=)", r"\1", example), "utf-8")
    settings = Settings(_env_file=tmp_path / ".env")
    assert settings.database == "postgresql+asyncpg://award:password@127.0.0.1/award"
    assert settings.log_json is False
    assert settings.webhook_port == 8080


def test_secrets_are_shown_by_no_way_of_printing_settings() -> None:
    settings = Settings(
        bot_token=SecretStr(TOKEN), webhook_secret=SecretStr("hush-hush"), _env_file=None
    )
    for shown in (repr(settings), str(settings), str(settings.model_dump()), f"{settings!a}"):
        assert TOKEN not in shown
        assert "hush-hush" not in shown
    assert TOKEN not in settings.model_dump_json()


def test_a_wrong_setting_is_named_and_its_value_is_not() -> None:
    with pytest.raises(ValidationError) as wrong:
        Settings(database_url=7, bot_token=[TOKEN], _env_file=None)
    assert "bot_token" in str(wrong.value)
    assert TOKEN not in str(wrong.value)


def test_the_command_line_names_the_wrong_setting(tmp_path: Path) -> None:
    run = _run("-m", "bot", "check", WEBHOOK_PORT="70000", BOT_TOKEN=TOKEN, DATA_DIR=str(tmp_path))
    assert run.returncode == 2
    assert "WEBHOOK_PORT" in run.stderr
    assert TOKEN not in run.stderr + run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("as_json", ["true", "false"])
def test_the_token_is_in_no_line_of_the_log(as_json: str) -> None:
    run = _run("-c", LOG_EVERYTHING, BOT_TOKEN=TOKEN, LOG_JSON=as_json)
    assert run.returncode == 0, run.stderr
    assert run.stderr.count("getMe") >= 5
    assert TOKEN.partition(":")[2] not in run.stderr


def test_a_token_of_a_wrong_form_is_named_not_shown(tmp_path: Path) -> None:
    run = _run("-m", "bot", "check", BOT_TOKEN="no-token-at-all", DATA_DIR=str(tmp_path))
    assert "BOT_TOKEN" in run.stdout + run.stderr
    assert "no-token-at-all" not in run.stdout + run.stderr
    assert "Traceback" not in run.stderr
