"""The Bot API's messages that are neither text nor file: contacts, places, polls; and pins."""

from sandbox.bot_messages import BotMessages, bare_reply
from sandbox.errors import bad_request
from sandbox.forms import Form
from sandbox.polls import Polls, asked_poll
from sandbox.strictness import check_markup
from sandbox.telegram import Json, Message, Telegram
from sandbox.updates import UpdateQueue

_CONTACT = ("phone_number", "first_name", "last_name", "vcard")
_LOCATION = (
    "latitude",
    "longitude",
    "horizontal_accuracy",
    "live_period",
    "heading",
    "proximity_alert_radius",
)
_VENUE = (
    "title",
    "address",
    "foursquare_id",
    "foursquare_type",
    "google_place_id",
    "google_place_type",
)


class BotSpecials:
    """Each method takes validated parameters and the form, and returns the result's JSON."""

    def __init__(
        self, telegram: Telegram, messages: BotMessages, polls: Polls, updates: UpdateQueue
    ) -> None:
        self._telegram = telegram
        self._post = messages.post
        self._polls = polls
        self._updates = updates

    async def send_contact(self, params: Json, form: Form) -> Json:
        """sendContact."""
        return self._post(params, {"contact": _some(params, _CONTACT)})

    async def send_location(self, params: Json, form: Form) -> Json:
        """sendLocation."""
        return self._post(params, {"location": _place(params)})

    async def send_venue(self, params: Json, form: Form) -> Json:
        """sendVenue."""
        place = _place(params)
        venue = {"location": place} | _some(params, _VENUE)
        return self._post(params, {"venue": venue, "location": place})

    async def send_poll(self, params: Json, form: Form) -> Json:
        """sendPoll."""
        self._telegram.reachable(params["chat_id"])
        return self._post(params, {"poll": asked_poll(params, self._telegram.clock.timestamp())})

    async def stop_poll(self, params: Json, form: Form) -> Json:
        """stopPoll."""
        message = self._message(params, "message with poll to stop not found")
        if not message.from_bot or "poll" not in message.content:
            raise bad_request("poll can't be stopped")
        if message.content["poll"]["is_closed"]:
            raise bad_request("poll has already been closed")
        check_markup(params.get("reply_markup"))
        kept = {k: v for k, v in message.content.items() if k != "reply_markup"}
        message.content = kept | _some(params, ("reply_markup",))
        return self._polls.close(message.content["poll"])

    async def pin(self, params: Json, form: Form) -> bool:
        """pinChatMessage."""
        self._may_pin(params)
        message = self._message(params, "message to pin not found")
        if "pinned_message" in message.content:
            raise bad_request("message can't be pinned")
        pinned = self._telegram.chat(message.chat_id).pinned
        if message.message_id in pinned:
            return True
        self._telegram.set_pinned(message.chat_id, sorted([*pinned, message.message_id]))
        chat, bot = message.content["chat"], self._telegram.bot_user()
        service = self._telegram.post(chat, bot, {"pinned_message": bare_reply(message)})
        self._updates.put("message", service.content)
        return True

    async def unpin(self, params: Json, form: Form) -> bool:
        """unpinChatMessage: the newest without `message_id`."""
        place = self._may_pin(params)
        pinned = self._telegram.chat(place).pinned
        number = params.get("message_id") or (pinned[-1] if pinned else None)
        if number not in pinned:
            raise bad_request("message to unpin not found")
        self._telegram.set_pinned(place, [each for each in pinned if each != number])
        return True

    async def unpin_all(self, params: Json, form: Form) -> bool:
        """unpinAllChatMessages."""
        self._telegram.set_pinned(self._may_pin(params), [])
        return True

    def _may_pin(self, params: Json) -> int:
        place = self._telegram.reachable(params["chat_id"])
        if place.id < 0:
            raise bad_request("not enough rights to manage pinned messages in the chat")
        return place.id

    def _message(self, params: Json, missing: str) -> Message:
        place = self._telegram.reachable(params["chat_id"])
        return self._telegram.message(place.id, params["message_id"], bad_request(missing))


def _some(params: Json, names: tuple[str, ...]) -> Json:
    return {name: params[name] for name in names if name in params}


def _place(params: Json) -> Json:
    if abs(params["latitude"]) > 90 or abs(params["longitude"]) > 180:
        raise bad_request("wrong location specified")
    return _some(params, _LOCATION)
