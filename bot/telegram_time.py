"""What time it is at Telegram: its answers carry it in `Date`."""

from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime

from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientConnectorCertificateError, ClientError, ClientTimeout

from bot.clock import Said, TelegramAway, elapsed
from bot.settings import Settings

PATIENCE = 10.0  # seconds for Telegram to answer
OUT_OF_DATE = "certificate out of date"
_NOT_YET_VALID, _EXPIRED = 9, 10  # of OpenSSL


async def telegram_time(settings: Settings) -> Said:
    """Telegram's time, whatever else it answers; off by half of what the answer took, at most.

    Raises TelegramAway.
    """
    if settings.bot_token is None:
        raise ValueError("BOT_TOKEN is not set")
    async with AiohttpSession() as session:
        if settings.bot_api_url:
            session.api = TelegramAPIServer.from_base(settings.bot_api_url)
        address = session.api.api_url(settings.bot_token.get_secret_value(), "getMe")
        client = await session.create_session()
        asked_at = elapsed()
        try:
            async with client.get(address, timeout=ClientTimeout(PATIENCE)) as answer:
                said, answered_at = answer.headers["Date"], elapsed()
            date = parsedate_to_datetime(said).replace(tzinfo=UTC)  # as HTTP has it
        except (ClientError, OSError, LookupError, ValueError) as error:
            raise TelegramAway(_kind(error)) from None
    # It tells whole seconds: on an average it is half of one later.
    return Said(date + timedelta(seconds=0.5), (asked_at + answered_at) / 2)


def _kind(error: Exception) -> str:
    """The kind of failure; a certificate is out of date where the clock is, more often than not."""
    if isinstance(error, ClientConnectorCertificateError):
        code = getattr(error.certificate_error, "verify_code", None)
        if code in {_NOT_YET_VALID, _EXPIRED}:
            return OUT_OF_DATE
    return type(error).__name__
