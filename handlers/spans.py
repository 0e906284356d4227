"""How long something waited and how much was done, in words short enough for a picture."""

from locales import Texts

HOUR, DAY = 3600, 86_400  # seconds


def waited(seconds: int, say: Texts) -> str:
    """Whole days, or hours below two days; less than an hour is an hour."""
    if seconds >= 2 * DAY:
        return say.plain("digest-days", days=seconds // DAY)
    return say.plain("digest-hours", hours=max(1, seconds // HOUR))


def hours_of(minutes: int) -> int:
    """Minutes in hours, to the nearest."""
    return (minutes + 30) // 60
