"""The bot's side over HTTP: token, method, limits, faults, the log of calls, the answer."""

import contextlib
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.bot_media import BotMedia
from sandbox.bot_messages import BotMessages
from sandbox.bot_settings import BotSettings
from sandbox.bot_specials import BotSpecials
from sandbox.clock import Clock
from sandbox.errors import ApiError
from sandbox.faults import Fault, Faults
from sandbox.files import FileStore
from sandbox.flood import FloodGate
from sandbox.forms import Form, TooLarge, Unreadable, read_form, read_parts
from sandbox.requests import validated
from sandbox.strictness import MAX_UPLOAD_BYTES

Json = dict[str, Any]
Handler = Callable[[Json, Form], Awaitable[Any]]

_log = logging.getLogger(__name__)
_NOT_FOUND = ApiError(404, "Not Found")
_KEPT_CALLS = 20_000
_FILE_KINDS = {
    "sendPhoto": "photo",
    "sendLivePhoto": "live_photo",
    "sendVideo": "video",
    "sendVoice": "voice",
    "sendVideoNote": "video_note",
    "sendAudio": "audio",
    "sendAnimation": "animation",
    "sendDocument": "document",
    "sendSticker": "sticker",
}
_SENDS = {
    *_FILE_KINDS,
    "sendMessage",
    "sendMediaGroup",
    "sendContact",
    "sendLocation",
    "sendVenue",
    "sendPoll",
    "forwardMessage",
    "forwardMessages",
    "copyMessage",
    "copyMessages",
}


class CallLog:
    """Every Bot API call with parameters, status and time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._calls: deque[Json] = deque(maxlen=_KEPT_CALLS)
        self.last = 0

    def add(
        self,
        method: str,
        form: Form,
        seconds: float,
        error: ApiError | None,
        fault: Fault | None = None,
    ) -> None:
        """Notes a call, its answer, and the fault that spoils it."""
        self.last += 1
        files = {
            key: {"file_name": upload.file_name, "size": upload.size}
            for key, upload in form.uploads
        }
        self._calls.append(
            {
                "number": self.last,
                "method": method,
                "parameters": form.fields | files,
                "status": (fault and fault.status) or (error.code if error else 200),
                "description": error.description if error else None,
                "fault": fault.as_json() if fault else None,
                "time": self._clock.now().isoformat(timespec="milliseconds"),
                "seconds": round(seconds, 4),
            }
        )

    def after(self, number: int, method: str | None) -> list[Json]:
        """The calls after a number, of one method if named."""
        return [
            call
            for call in self._calls
            if call["number"] > number and (method is None or call["method"] == method)
        ]


class BotApi:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(
        self,
        token: str,
        files: FileStore,
        messages: BotMessages,
        specials: BotSpecials,
        media: BotMedia,
        settings: BotSettings,
        flood: FloodGate,
        faults: Faults,
        calls: CallLog,
    ) -> None:
        self._token = token
        self._files = files
        self._flood = flood
        self._faults = faults
        self._calls = calls
        handlers = _message_handlers(messages) | _special_handlers(specials)
        handlers |= _setting_handlers(settings)
        handlers["getFile"] = partial(_get_file, media)
        self._handlers = {name.lower(): (name, handler) for name, handler in handlers.items()}

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One Bot API call."""
        started, form, fault, error, result = time.monotonic(), Form(), None, None, None
        name = request.match_info["method"]
        try:
            if request.match_info["token"] != self._token:
                raise ApiError(401, "Unauthorized")
            name, handler = self._handlers.get(name.lower(), (name, None))
            form = await self._form(request)
            chat_id = form.fields.get("chat_id")
            fault = self._faults.take(name, None if chat_id is None else str(chat_id))
            if fault is None or fault.takes_effect:
                result = await self._run(name, handler, form)
            error = fault.error() if fault else None
        except ApiError as caught:
            error = caught
        except Exception:
            _log.exception("%s failed inside the sandbox", name)
            error = ApiError(500, "Internal Server Error")
        finally:
            form.discard()
        self._calls.add(name, form, time.monotonic() - started, error, fault)
        answer = _answer(result, error)
        return await fault.answer(request, answer) if fault else answer

    async def file(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file that getFile named."""
        if request.match_info["token"] != self._token:
            return _answer(None, ApiError(401, "Unauthorized"))
        name = request.match_info["path"].rpartition("/")[2]
        file = self._files.get(name.partition(".")[0])
        if file is None:
            return _answer(None, _NOT_FOUND)
        return web.FileResponse(
            self._files.path(file), headers={"Content-Type": "application/octet-stream"}
        )

    async def carry_out(self, response: aiohttp.ClientResponse) -> None:
        """The method that a webhook's answer names, if any; failures are nobody's business."""
        form = Form()
        with contextlib.suppress(ApiError, TooLarge, Unreadable, ValueError):
            if response.content_type == "application/json":
                body = await response.json()
                form.fields |= body if isinstance(body, dict) else {}
            elif response.content_type.startswith("multipart/"):
                reader = aiohttp.MultipartReader(response.headers, response.content)
                await read_parts(reader, self._files.incoming, MAX_UPLOAD_BYTES, form)
            name = str(form.fields.pop("method", ""))
            known = self._handlers.get(name.lower())
            if known:
                await self._run(*known, form)
        form.discard()

    async def _form(self, request: web.Request) -> Form:
        try:
            return await read_form(request, self._files.incoming, MAX_UPLOAD_BYTES)
        except TooLarge as error:
            raise ApiError(413, "Request Entity Too Large") from error
        except Unreadable as error:
            raise ApiError(400, "Bad Request: can't parse the request") from error

    async def _run(self, name: str, handler: Handler | None, form: Form) -> Any:
        if handler is None:
            raise _NOT_FOUND
        params = validated(name, form)
        if name in _SENDS:
            return await self._counted(handler, params, form)
        if name.startswith("edit"):
            self._flood.edit()
        return await handler(params, form)

    async def _counted(self, handler: Handler, params: Json, form: Form) -> Any:
        chat_id = _chat_number(params)
        several = params.get("media") or params.get("message_ids") or [None]
        self._flood.send(chat_id, len(several))
        try:
            return await handler(params, form)
        except ApiError:
            self._flood.give_back(chat_id, len(several))
            raise


def _message_handlers(messages: BotMessages) -> dict[str, Handler]:
    files: dict[str, Handler] = {
        name: partial(messages.send_file, kind) for name, kind in _FILE_KINDS.items()
    }
    return files | {
        "sendMessage": messages.send_message,
        "sendMediaGroup": messages.send_media_group,
        "sendChatAction": messages.send_chat_action,
        "forwardMessage": messages.forward_message,
        "forwardMessages": messages.forward_messages,
        "copyMessage": messages.copy_message,
        "copyMessages": messages.copy_messages,
        "editMessageText": messages.edit_text,
        "editMessageCaption": messages.edit_caption,
        "editMessageMedia": messages.edit_media,
        "editMessageReplyMarkup": messages.edit_markup,
        "deleteMessage": messages.delete_message,
        "deleteMessages": messages.delete_messages,
    }


def _special_handlers(specials: BotSpecials) -> dict[str, Handler]:
    return {
        "sendContact": specials.send_contact,
        "sendLocation": specials.send_location,
        "sendVenue": specials.send_venue,
        "sendPoll": specials.send_poll,
        "stopPoll": specials.stop_poll,
        "pinChatMessage": specials.pin,
        "unpinChatMessage": specials.unpin,
        "unpinAllChatMessages": specials.unpin_all,
    }


def _setting_handlers(settings: BotSettings) -> dict[str, Handler]:
    texts: dict[str, Handler] = {}
    for what, suffix in {
        "name": "Name",
        "description": "Description",
        "short_description": "ShortDescription",
    }.items():
        texts[f"setMy{suffix}"] = partial(settings.set_text, what)
        texts[f"getMy{suffix}"] = partial(settings.get_text, what)
    return texts | {
        "getMe": settings.get_me,
        "getUpdates": settings.get_updates,
        "setWebhook": settings.set_webhook,
        "deleteWebhook": settings.delete_webhook,
        "getWebhookInfo": settings.get_webhook_info,
        "answerCallbackQuery": settings.answer_callback_query,
        "getChat": settings.get_chat,
        "getUserProfilePhotos": settings.get_user_profile_photos,
        "setMyCommands": settings.set_commands,
        "deleteMyCommands": settings.delete_commands,
        "getMyCommands": settings.get_commands,
        "setChatMenuButton": settings.set_menu_button,
        "getChatMenuButton": settings.get_menu_button,
    }


async def _get_file(media: BotMedia, params: Json, form: Form) -> Json:
    return media.get_file(params)


def _chat_number(params: Json) -> int:
    try:
        return int(params["chat_id"])
    except ValueError:
        return 0


def _answer(result: Any, error: ApiError | None) -> web.Response:
    if error is None:
        return web.json_response({"ok": True, "result": result})
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return web.json_response(body, status=error.code)
