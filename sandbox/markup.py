"""What all kinds of marked-up text share: entities, their lengths, links, the complaint."""

import re
from typing import Any
from urllib.parse import parse_qsl

from sandbox.errors import ApiError, bad_request

Entity = dict[str, Any]

_LINK = re.compile(r"(?:(?:https?|tg|ton)://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)
_BARE_LINK = re.compile(r"[\w-]+(\.[\w-]+)+([/?#][^\s<>\"]*)?")
_SITE = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
_TG_LINK = re.compile(r"tg:(?://)?(user|emoji|time)/?\?([^#]*)", re.IGNORECASE)


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the measure of entities."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cannot_parse(reason: str) -> ApiError:
    """Telegram's complaint about marked-up text."""
    return bad_request(f"can't parse entities: {reason}")


def checked_link(url: str) -> str | None:
    """The link as Telegram keeps it, or None where it is no link at all."""
    url = url.strip()
    if not _LINK.fullmatch(url):
        if not _BARE_LINK.fullmatch(url):
            return None
        url = f"http://{url}"
    site = _SITE.match(url)
    if site is None:
        return url
    rest = url[site.end() :]
    return site.group().lower() + (rest if rest.startswith("/") else f"/{rest}")


def link_entity(url: str) -> Entity | None:
    """What words that lead to this address become: a link, or the mention of a person."""
    if (person := _number_in(url, "user", "id")) is not None:
        return {"type": "text_mention", "user": {"id": person}}
    link = checked_link(url)
    return {"type": "text_link", "url": link} if link else None


def custom_entity(url: str) -> Entity | None:
    """A custom emoji or a moment by its `tg:` address."""
    if emoji := _number_in(url, "emoji", "id"):
        return {"type": "custom_emoji", "custom_emoji_id": str(emoji)}
    moment = _number_in(url, "time", "unix")
    if moment is None or not 0 < moment < 2**31:
        return None
    wish = _parameters(url, "time").get("format")
    return {"type": "date_time", "unix_time": moment} | ({"date_time_format": wish} if wish else {})


def _number_in(url: str, host: str, name: str) -> int | None:
    value = _parameters(url, host).get(name, "")
    plain = value.isascii() and value.isdecimal() and value == str(int(value))
    return int(value) if plain and len(value) < 20 else None


def _parameters(url: str, host: str) -> dict[str, str]:
    found = _TG_LINK.match(url)
    return dict(parse_qsl(found[2])) if found and found[1].lower() == host else {}
