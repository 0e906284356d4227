"""Failures ordered in advance: how the next calls of a method are answered instead."""

import asyncio
import base64
import contextlib
import socket
import struct
from typing import Annotated, Any, Self

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, model_validator

from sandbox.errors import ApiError, too_many_requests

_WORDS = {
    400: "Bad Request: fault",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
_REFUSING = {"status", "description", "retry_after"}
_LOOK_SECONDS = 0.05
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)

Word = Annotated[str, Field(pattern=r"^[\x20-\x7e]+$")]
Seconds = Annotated[float, Field(ge=0, le=86_400)]


class Fault(BaseModel):
    """How the next `times` calls of `method` (or any, `*`) are answered; README.md says more.

    Without `times` it stays until it is lifted.
    """

    model_config = ConfigDict(extra="forbid")

    method: str = Field(min_length=1)
    chat_id: int | None = None
    times: int | None = Field(1, ge=1)
    status: int | None = Field(None, ge=200, le=599)
    description: str | None = None
    retry_after: int | None = None
    body: str | None = None
    body_base64: str | None = None
    content_type: Word | None = None
    charset: Word | None = None
    content_encoding: Word | None = None
    delay: Seconds = 0
    pause: Seconds = 0
    drop: bool = False
    reset: bool = False
    silent: bool = False
    effect: bool | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.body is not None and self.body_base64 is not None:
            raise ValueError("body or body_base64, not both")
        if self.drop + self.reset + self.silent > 1:
            raise ValueError("only one of drop, reset and silent")
        if self._raw() is None and self.status is not None and self.status < 400:
            raise ValueError("without a body the status is from 400 to 599")
        return self

    def as_json(self) -> dict[str, Any]:
        """What was ordered."""
        return self.model_dump(exclude_defaults=True)

    def matches(self, method: str, chat_id: str | None = None) -> bool:
        """Whether it is meant for calls of this method, to this chat."""
        if self.chat_id is not None and str(self.chat_id) != chat_id:
            return False
        anything = self.method == "*" and method != "getUpdates"
        return anything or self.method.lower() == method.lower()

    @property
    def takes_effect(self) -> bool:
        """Whether the call is carried out all the same."""
        if self.effect is not None:
            return self.effect
        refused = self.error() is not None or self._raw() is not None
        return self.drop or not (refused or self.reset or self.silent)

    def error(self) -> ApiError | None:
        """What the call is refused with, as Telegram refuses; None where it is not."""
        if self.retry_after is not None and self.status is None and self.description is None:
            return too_many_requests(self.retry_after)
        said = self.model_dump(exclude_defaults=True).keys() - {
            "method",
            "chat_id",
            "times",
            "effect",
        }
        if self._raw() is not None or (said and not said & _REFUSING):
            return None
        status = self.status or (500 if self.retry_after is None else 429)
        parameters = None if self.retry_after is None else {"retry_after": self.retry_after}
        return ApiError(status, self.description or _WORDS.get(status, "Fault"), parameters)

    async def answer(self, request: web.Request, plain: web.Response) -> web.StreamResponse:
        """The answer that spoils the plain one; the connection may be gone afterwards."""
        await asyncio.sleep(self.delay)
        if self.silent:
            await _gone(request)
        if self.silent or self.reset or self.drop:
            _cut(request, reset=self.reset)
            return plain
        raw = self._raw()
        body = bytes(plain.body) if raw is None else raw  # type: ignore[arg-type]
        response = web.StreamResponse(status=self._status(plain), headers=self._headers())
        response.content_length = len(body)
        half = len(body) // 2 if self.pause else len(body)
        with contextlib.suppress(ConnectionError):
            await response.prepare(request)
            await response.write(body[:half])
            await asyncio.sleep(self.pause)
            await response.write(body[half:])
            await response.write_eof()
        return response

    def _raw(self) -> bytes | None:
        if self.body_base64 is not None:
            return base64.b64decode(self.body_base64, validate=True)
        return None if self.body is None else self.body.encode(errors="surrogatepass")

    def _status(self, plain: web.Response) -> int:
        return plain.status if self._raw() is None else self.status or 200

    def _headers(self) -> dict[str, str]:
        declared = self.content_type or "application/json"
        charset = self.charset or (None if self.content_type else "utf-8")
        headers = {"Content-Type": f"{declared}; charset={charset}" if charset else declared}
        if self.content_encoding:
            headers["Content-Encoding"] = self.content_encoding
        return headers


async def _gone(request: web.Request) -> None:
    """Returns once the client has left."""
    while request.transport and not request.transport.is_closing():  # noqa: ASYNC110
        await asyncio.sleep(_LOOK_SECONDS)


def _cut(request: web.Request, reset: bool) -> None:
    if request.transport is None:
        return
    if reset:
        # Without it a closed connection ends in good order (FIN), not by a reset (RST).
        connection: socket.socket = request.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
    request.transport.abort()


class Faults:
    """The failures still to come."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, wish: dict[str, Any]) -> None:
        """Orders a failure from JSON; raises ValueError when it makes no sense."""
        self._waiting.append(Fault.model_validate(wish))

    def take(self, method: str, chat_id: str | None = None) -> Fault | None:
        """The failure this call has to suffer, counted down."""
        fault = next((each for each in self._waiting if each.matches(method, chat_id)), None)
        if fault is None or fault.times is None:
            return fault
        at = self._waiting.index(fault)
        left = fault.times - 1
        self._waiting[at : at + 1] = [fault.model_copy(update={"times": left})] if left else []
        return fault

    def lift(self, method: str | None = None) -> None:
        """Forgets the failures still to come, of one method or all."""
        self._waiting = [
            each for each in self._waiting if method and each.method.lower() != method.lower()
        ]

    def as_json(self) -> list[dict[str, Any]]:
        """The failures still to come."""
        return [fault.as_json() for fault in self._waiting]
