"""Telegram's limits on what a bot sends, with Telegram's complaints."""

import re
from typing import Any

from sandbox.entities import parse
from sandbox.errors import bad_request
from sandbox.markup import Entity, checked_link

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_CALLBACK_DATA = 64
MAX_COPIED = 256
MAX_INLINE_BUTTONS = 100
MAX_KEYBOARD_BUTTONS = 300
ALBUM_SIZES = range(2, 11)
MAX_PHOTO_BYTES = 10 * 1024 * 1024
MAX_UPLOAD_BYTES = 50 * 1024 * 1024
MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
DELETE_WITHIN = 48 * 3600
CALLBACK_SECONDS = 15

_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "record_audio",
    "upload_audio",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
_BUTTON_ACTIONS = {
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def checked_text(params: dict[str, Any]) -> tuple[str, list[Entity]]:
    """The text of sendMessage or editMessageText, parsed; raises ApiError."""
    text, entities = parse(
        params.get("text") or "", params.get("parse_mode"), params.get("entities")
    )
    if not text:
        raise bad_request("message text is empty")
    if len(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return text, entities


def checked_caption(params: dict[str, Any]) -> tuple[str, list[Entity]]:
    """The caption of a file, parsed, possibly empty; raises ApiError."""
    text, entities = parse(
        params.get("caption") or "", params.get("parse_mode"), params.get("caption_entities")
    )
    if len(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return text, entities


def check_markup(markup: dict[str, Any] | None) -> None:
    """Inline and reply keyboards; raises ApiError."""
    if not markup:
        return
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
    elif "keyboard" in markup:
        buttons = [button for row in markup["keyboard"] for button in row]
        if not buttons:
            raise bad_request("reply markup is empty")
        if len(buttons) > MAX_KEYBOARD_BUTTONS:
            raise bad_request("reply markup is too long")
        if any(not str(button.get("text", "")).strip() for button in buttons):
            raise bad_request("can't parse keyboard button: Text must be non-empty")
        placeholder = markup.get("input_field_placeholder") or ""
        if len(placeholder) > 64:
            raise bad_request("reply markup placeholder is too long")


def _check_inline(rows: list[list[dict[str, Any]]]) -> None:
    buttons = [button for row in rows for button in row]
    if len(buttons) > MAX_INLINE_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_button(button)


def _check_button(button: dict[str, Any]) -> None:
    wrong = "can't parse inline keyboard button: "
    if not str(button.get("text", "")):  # a space is enough: calendars fill their gaps with it
        raise bad_request(wrong + "Text must be non-empty")
    actions = [name for name in _BUTTON_ACTIONS if button.get(name) is not None]
    if not actions:
        raise bad_request(wrong + "Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(wrong + "Too many fields specified")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and checked_link(url) is None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    copied = button.get("copy_text")
    if copied is not None and not 1 <= len(copied["text"]) <= MAX_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    web_app = button.get("web_app")
    if web_app is not None and not web_app["url"].startswith("https://"):
        raise bad_request(
            f"inline keyboard button Web App URL '{web_app['url']}' is invalid: "
            "Only HTTPS links are allowed"
        )


def check_action(action: str) -> None:
    """The action of sendChatAction; raises ApiError."""
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")


def check_commands(commands: list[dict[str, Any]]) -> None:
    """The list of setMyCommands; raises ApiError."""
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for item in commands:
        if not _COMMAND.fullmatch(item["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(item["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def check_album(kinds: list[str]) -> None:
    """How many and which files make an album; raises ApiError."""
    if len(kinds) < ALBUM_SIZES.start:
        raise bad_request("there are too few messages to send as an album")
    if len(kinds) >= ALBUM_SIZES.stop:
        raise bad_request("too many messages to send as an album")
    if "animation" in kinds:
        raise bad_request("animations can't be sent in an album")
    for lonely in ("document", "audio"):
        if lonely in kinds and set(kinds) != {lonely}:
            raise bad_request(f"{lonely.title()} can't be mixed with other media types")
