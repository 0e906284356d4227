"""The Bot API's rest: the bot itself, its commands, chats, webhook, callback answers."""

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.callbacks import Callbacks
from sandbox.errors import bad_request
from sandbox.forms import Form
from sandbox.strictness import check_commands
from sandbox.telegram import Json, Telegram
from sandbox.updates import UpdateQueue

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_TEXTS = {
    "name": ("names", 64),
    "description": ("descriptions", 512),
    "short_description": ("short_descriptions", 120),
}


class BotSettings:
    """Each method takes validated parameters and the form, and returns the result's JSON."""

    def __init__(self, telegram: Telegram, updates: UpdateQueue, callbacks: Callbacks) -> None:
        self._telegram = telegram
        self._updates = updates
        self._callbacks = callbacks

    async def get_me(self, params: Json, form: Form) -> Json:
        """getMe."""
        return self._telegram.bot_user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    async def get_updates(self, params: Json, form: Form) -> list[Json]:
        """getUpdates."""
        return await self._updates.get(
            params.get("offset"),
            params.get("limit"),
            params.get("timeout"),
            params.get("allowed_updates"),
        )

    async def set_webhook(self, params: Json, form: Form) -> bool:
        """setWebhook; plain http is good enough for a neighbour on this machine."""
        url, secret = params.get("url") or "", params.get("secret_token")
        if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname):
            raise bad_request("bad webhook: invalid webhook URL specified")
        if secret is not None and not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        drop = bool(params.get("drop_pending_updates"))
        self._updates.set_webhook(url, secret, params.get("allowed_updates"), drop)
        return True

    async def delete_webhook(self, params: Json, form: Form) -> bool:
        """deleteWebhook."""
        self._updates.set_webhook("", None, None, bool(params.get("drop_pending_updates")))
        return True

    async def get_webhook_info(self, params: Json, form: Form) -> Json:
        """getWebhookInfo."""
        return self._updates.webhook_info()

    async def answer_callback_query(self, params: Json, form: Form) -> bool:
        """answerCallbackQuery."""
        text, alert = params.get("text") or "", bool(params.get("show_alert"))
        self._callbacks.answer(params["callback_query_id"], text, alert, params.get("url"))
        return True

    async def get_chat(self, params: Json, form: Form) -> Json:
        """getChat."""
        place = self._telegram.reachable(params["chat_id"])
        gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts")
        more_gifts = ("premium_subscription", "gifts_from_channels")
        pinned = self._telegram.chat(place.id).pinned
        newest = self._telegram.ever(place.id, pinned[-1]) if pinned else None
        more = {"pinned_message": newest.content} if newest else {}
        return (
            place.chat()
            | more
            | {
                "accent_color_id": 0,
                "max_reaction_count": 11,
                "accepted_gift_types": dict.fromkeys(gifts + more_gifts, False),
            }
        )

    async def get_user_profile_photos(self, params: Json, form: Form) -> Json:
        """getUserProfilePhotos: nobody has one."""
        if params["user_id"] not in self._telegram.people:
            raise bad_request("user not found")
        return {"total_count": 0, "photos": []}

    async def set_text(self, what: str, params: Json, form: Form) -> bool:
        """setMyName, setMyDescription, setMyShortDescription."""
        store, longest = _TEXTS[what]
        text = params.get(what) or ""
        if len(text) > longest:
            raise bad_request(f"bot {what.replace('_', ' ')} is too long")
        self._telegram.bot[store][params.get("language_code") or ""] = text
        self._telegram.save_bot()
        return True

    async def get_text(self, what: str, params: Json, form: Form) -> Json:
        """getMyName, getMyDescription, getMyShortDescription."""
        return {what: bot_text(self._telegram, what, params.get("language_code") or "")}

    async def set_commands(self, params: Json, form: Form) -> bool:
        """setMyCommands."""
        check_commands(params["commands"])
        commands = [
            {"command": c["command"].removeprefix("/"), "description": c["description"]}
            for c in params["commands"]
        ]
        self._keep_commands(params, commands)
        return True

    async def delete_commands(self, params: Json, form: Form) -> bool:
        """deleteMyCommands."""
        self._keep_commands(params, [])
        return True

    async def get_commands(self, params: Json, form: Form) -> list[Json]:
        """getMyCommands."""
        scope, language = _scope(params), params.get("language_code") or ""
        return _commands_for(self._telegram, scope, language)

    async def set_menu_button(self, params: Json, form: Form) -> bool:
        """setChatMenuButton."""
        button = params.get("menu_button") or {"type": "default"}
        self._telegram.bot["menu_buttons"][str(params.get("chat_id") or "")] = button
        self._telegram.save_bot()
        return True

    async def get_menu_button(self, params: Json, form: Form) -> Json:
        """getChatMenuButton."""
        buttons: Json = self._telegram.bot["menu_buttons"]
        own: Json | None = buttons.get(str(params.get("chat_id") or ""))
        general: Json = buttons.get("", {"type": "commands"})
        return own or general

    def _keep_commands(self, params: Json, commands: list[Json]) -> None:
        scope, language = _scope(params), params.get("language_code") or ""
        kept = [
            item
            for item in self._telegram.bot["commands"]
            if (item["scope"], item["language"]) != (scope, language)
        ]
        if commands:
            kept.append({"scope": scope, "language": language, "commands": commands})
        self._telegram.bot["commands"] = kept
        self._telegram.save_bot()


def bot_text(telegram: Telegram, what: str, language: str) -> str:
    """The bot's name or description in a language, else the general one."""
    texts: dict[str, str] = telegram.bot[_TEXTS[what][0]]
    fallback = telegram.bot["first_name"] if what == "name" else ""
    return texts.get(language) or texts.get("") or fallback


def commands_of(telegram: Telegram, person_id: int, language: str) -> list[Json]:
    """The menu a person sees: the narrowest scope wins, then the language."""
    for scope in (
        {"type": "chat", "chat_id": person_id},
        {"type": "all_private_chats"},
        {"type": "default"},
    ):
        for wanted in (language, "") if language else ("",):
            if commands := _commands_for(telegram, scope, wanted):
                return commands
    return []


def _commands_for(telegram: Telegram, scope: Json, language: str) -> list[Json]:
    for item in telegram.bot["commands"]:
        if (item["scope"], item["language"]) == (scope, language):
            commands: list[Json] = item["commands"]
            return commands
    return []


def _scope(params: Json) -> Json:
    scope: dict[str, Any] = dict(params.get("scope") or {"type": "default"})
    if "chat_id" in scope:
        scope["chat_id"] = int(scope["chat_id"])
    return scope
