"""What time it is at Telegram: its answers carry it in `Date`."""

from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime

from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientConnectorCertificateError, ClientError, ClientTimeout

from bot.clock import Said, TelegramAway, elapsed
from bot.settings import Settings

PATIENCE = 10.0  # seconds for Telegram to answer
_OUT_OF_DATE = {9, 10}  # OpenSSL's codes of what is not valid yet, and of what was


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
        reason = error.certificate_error
        if getattr(reason, "verify_code", None) in _OUT_OF_DATE:
            return "certificate out of date"
    return type(error).__name__
