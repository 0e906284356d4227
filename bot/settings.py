"""Settings: from the environment or `.env`. The README lists them in one table."""

import re
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from award.certificates.issuer import Issuer
from scheduler.certificates.typesetting import SealKey

_HOUSE = Path(__file__).parent.parent
SHIPPED_PROGRAMME = _HOUSE / "award" / "programme" / "tosbelgi"
# Where the first versions shipped it: the `.env` of an old installation may name this folder.
_FORMERLY = _HOUSE / "award" / "programmes" / "tosbelgi"
ENV_FILE = Path(".env")  # where the bot is started
# Signs; shorter ones of the webhook can be guessed.
SHORTEST_SECRET = 32


class Settings(BaseSettings):
    """Everything that may differ between one installation and another."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    bot_token: SecretStr | None = Field(None, description="token that @BotFather gave the bot")
    bot_api_url: str | None = Field(
        None, description="another Bot API server: a local one, or the sandbox"
    )
    data_dir: Path = Field(Path("data"), description="the folder of everything that is kept")
    database_url: str | None = Field(
        None, description="PostgreSQL, as postgresql://user:password@host/name; else SQLite"
    )
    redis_url: str | None = Field(
        None, description="Redis of an earlier version, whose conversations are taken over"
    )
    programme: Path = Field(SHIPPED_PROGRAMME, description="the award programme's data")
    webhook_url: str | None = Field(
        None, description="public HTTPS address; without it the bot polls"
    )
    webhook_secret: SecretStr | None = Field(
        None, description="secret that Telegram sends back; needed with WEBHOOK_URL"
    )
    webhook_host: str = Field(
        "127.0.0.1", description="local address for the webhook; 0.0.0.0: every one of the machine"
    )
    webhook_port: int = Field(8080, ge=1, le=65535, description="local port for the webhook")
    metrics_port: int | None = Field(
        None, ge=1, le=65535, description="local port for Prometheus; without it, no metrics"
    )
    public_url: str | None = Field(
        None, description="public HTTPS address of the pages by which certificates are verified"
    )
    public_port: int = Field(8081, ge=0, le=65535, description="local port for these pages")
    seal_p12: Path | None = Field(
        None, description="key (PKCS #12) with which certificates are sealed; without it, none is"
    )
    seal_password: SecretStr | None = Field(None, description="password of SEAL_P12")
    log_level: str = Field("INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="how much")
    log_json: bool = Field(False, description="logs as JSON lines")
    plain_libraries: bool = Field(
        False, description="aiogram and SQLite's driver as they come: larger and slower"
    )

    @field_validator("bot_token")
    @classmethod
    def _as_given(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None:
            return None
        given = token.get_secret_value().strip()
        if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", given):
            raise ValueError("is not a token; copy it whole from @BotFather: 123456:ABC-DEF…")
        return SecretStr(given)

    @field_validator("programme")
    @classmethod
    def _where_it_is_shipped_now(cls, folder: Path) -> Path:
        """What is named as the shipped programme is it, though it is not there any more.

        What stands there all the same is taken as it is: somebody's own.
        """
        moved = folder.resolve() == _FORMERLY.resolve() and not (folder / "programme.yaml").exists()
        return SHIPPED_PROGRAMME if moved else folder

    @field_validator("database_url")
    @classmethod
    def _async_driver(cls, url: str | None) -> str | None:
        for plain in ("postgresql://", "postgres://"):
            if url and url.startswith(plain):
                return "postgresql+asyncpg://" + url.removeprefix(plain)
        return url

    @property
    def database(self) -> str:
        """SQLAlchemy's address of the database."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'award.db'}"

    @property
    def webhook_secret_is_short(self) -> bool:
        """Whether whoever tries for long enough may guess it, and post updates of their own."""
        secret = self.webhook_secret
        return secret is not None and len(secret.get_secret_value()) < SHORTEST_SECRET

    @property
    def issuer(self) -> Issuer | None:
        """Who issues badges, where there is a public address."""
        return Issuer(self.public_url.rstrip("/"), self.data_dir) if self.public_url else None

    @property
    def seal(self) -> SealKey | None:
        """The key of the seal, where there is one."""
        if self.seal_p12 is None:
            return None
        password = self.seal_password.get_secret_value() if self.seal_password else None
        return SealKey(str(self.seal_p12.absolute()), password)

    @property
    def sign_of_life(self) -> Path:
        """The file that is touched as long as updates are received, for whoever watches that."""
        return self.data_dir / "alive"
