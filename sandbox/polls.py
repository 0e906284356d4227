"""Polls: what is asked, who voted for what, when they end."""

import secrets
from collections import Counter
from typing import Any

from sandbox.entities import parse
from sandbox.errors import PeopleError, bad_request
from sandbox.markup import Entity
from sandbox.telegram import Json, Message, Person, Telegram
from sandbox.updates import UpdateQueue

_MAX_QUESTION, _MAX_OPTION, _MAX_OPTIONS = 300, 100, 12
_PERIODS = range(5, 2_628_001)
# What only the poll in a message tells, not the poll in an update.
_OF_MESSAGES = {"description", "description_entities"}


def new_poll(question: str, options: list[str], **more: Any) -> Json:
    """Telegram's Poll that nobody has voted in yet."""
    answers = [
        {"persistent_id": str(number), "text": text, "voter_count": 0}
        for number, text in enumerate(options)
    ]
    return {
        "id": str(secrets.randbits(50)),
        "question": question,
        "options": answers,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    } | more


def asked_poll(params: Json, now: int) -> Json:
    """The poll that sendPoll asks for; raises ApiError."""
    question, entities = _text(params, "question")
    if not question:
        raise bad_request("poll question must be non-empty")
    if len(question) > _MAX_QUESTION:
        raise bad_request(f"poll question length must not exceed {_MAX_QUESTION}")
    options = [_option(option) for option in params["options"]]
    if not options:
        raise bad_request("poll must have at least one answer option")
    if len(options) > _MAX_OPTIONS:
        raise bad_request(f"poll can't have more than {_MAX_OPTIONS} options")
    quiz = params.get("type") == "quiz"
    more: Json = {
        "type": "quiz" if quiz else "regular",
        "is_anonymous": params.get("is_anonymous", True),
        "is_closed": bool(params.get("is_closed")),
        "allows_multiple_answers": bool(params.get("allows_multiple_answers")),
        "allows_revoting": params.get("allows_revoting", not quiz),
    }
    if entities:
        more["question_entities"] = entities
    if quiz:
        more["correct_option_ids"] = _correct(params, len(options))
    for name in ("explanation", "description"):
        text, found = _text(params, name)
        more |= ({name: text} if text else {}) | ({f"{name}_entities": found} if found else {})
    return new_poll(question, options, **more) | _end(params, now)


def _text(params: Json, name: str) -> tuple[str, list[Entity]]:
    text, entities = parse(
        params.get(name) or "", params.get(f"{name}_parse_mode"), params.get(f"{name}_entities")
    )
    if name == "question":
        entities = [entity for entity in entities if entity["type"] == "custom_emoji"]
    return text, entities


def _option(option: str | Json) -> str:
    wish = {"text": option} if isinstance(option, str) else option
    text, _ = _text(wish, "text")
    if not text:
        raise bad_request("poll option must be non-empty")
    if len(text) > _MAX_OPTION:
        raise bad_request(f"poll options length must not exceed {_MAX_OPTION}")
    return text


def _correct(params: Json, count: int) -> list[int]:
    one = params.get("correct_option_id")
    correct: list[int] = params.get("correct_option_ids") or ([] if one is None else [one])
    if not correct:
        raise bad_request("correct quiz option list must be non-empty")
    if not all(0 <= number < count for number in correct):
        raise bad_request("wrong quiz correct_option_id")
    return correct


def _end(params: Json, now: int) -> Json:
    period, close_date = params.get("open_period"), params.get("close_date")
    if period and close_date:
        raise bad_request("open_period and close_date can't be specified at the same time")
    seconds = period or (close_date and int(close_date) - now)
    if not seconds:
        return {}
    if seconds not in _PERIODS:
        raise bad_request("the poll can't be closed at that time")
    return {"close_date": now + seconds} | ({"open_period": period} if period else {})


class Polls:
    """Votes, and the end of polls; the bot hears of its own."""

    def __init__(self, telegram: Telegram, updates: UpdateQueue) -> None:
        self._telegram = telegram
        self._updates = updates

    def vote(self, person: Person, message_id: int, chosen: list[int]) -> None:
        """Votes for options by their number, takes the vote back with none; raises PeopleError."""
        self.close_due()
        message = self._telegram.anywhere(message_id)
        there = message and message.chat_id in {person.id, *self._telegram.groups}
        if message is None or not there or message.deleted or "poll" not in message.content:
            raise PeopleError(404, "there is no poll with this message id")
        if not person.online or person.blocked:
            raise PeopleError(409, "offline, or the bot is blocked")
        poll = message.content["poll"]
        votes = self._telegram.votes(poll["id"])
        if poll["is_closed"]:
            raise PeopleError(409, "the poll is closed")
        if person.id in votes and not poll["allows_revoting"]:
            raise PeopleError(409, "this poll takes one vote, and no other")
        chosen = sorted(set(chosen))
        if not set(chosen) <= set(range(len(poll["options"]))):
            raise PeopleError(400, "there is no such option")
        if len(chosen) > 1 and not poll["allows_multiple_answers"]:
            raise PeopleError(400, "this poll takes one answer")
        votes = {number: options for number, options in votes.items() if number != person.id}
        self._telegram.keep_votes(poll["id"], votes | ({person.id: chosen} if chosen else {}))
        poll = self._counted(poll)
        if self._is_own(poll):
            if not poll["is_anonymous"]:
                self._updates.put("poll_answer", _answer(poll, person, chosen))
            self._tell(poll)

    def close(self, poll: Json) -> Json:
        """Ends a poll; its last state."""
        closed = self._changed(poll, {"is_closed": True})
        if self._is_own(poll):
            self._tell(closed)
        return closed

    def close_due(self) -> None:
        """Ends the polls whose time is over."""
        now = self._telegram.clock.timestamp()
        for poll in self._telegram.polls():
            if not poll["is_closed"] and poll.get("close_date", now + 1) <= now:
                self.close(poll)

    def _counted(self, poll: Json) -> Json:
        votes = self._telegram.votes(poll["id"])
        chosen = Counter(number for options in votes.values() for number in options)
        options = [
            option | {"voter_count": chosen[number]}
            for number, option in enumerate(poll["options"])
        ]
        return self._changed(poll, {"options": options, "total_voter_count": len(votes)})

    def _changed(self, poll: Json, change: Json) -> Json:
        new = poll | change
        for message in self._showing(poll):
            message.content = message.content | {"poll": new}
            self._telegram.save(message)
        return new

    def _showing(self, poll: Json) -> list[Message]:
        return self._telegram.with_poll(poll["id"])

    def _is_own(self, poll: Json) -> bool:
        """Whether the bot has sent it, rather than forwarded it."""
        return any(
            message.from_bot and "forward_origin" not in message.content
            for message in self._showing(poll)
        )

    def _tell(self, poll: Json) -> None:
        self._updates.put("poll", {k: v for k, v in poll.items() if k not in _OF_MESSAGES})


def _answer(poll: Json, person: Person, chosen: list[int]) -> Json:
    return {
        "poll_id": poll["id"],
        "user": person.user(),
        "option_ids": chosen,
        "option_persistent_ids": [poll["options"][number]["persistent_id"] for number in chosen],
    }


def shown_poll(poll: Json, chosen: list[int]) -> Json:
    """A poll as somebody sees it who chose these options."""
    may_know = bool(chosen) or poll["is_closed"]
    return {
        "kind": "poll",
        "question": poll["question"],
        "description": poll.get("description"),
        "options": [option["text"] for option in poll["options"]],
        "votes": [option["voter_count"] for option in poll["options"]],
        "total": poll["total_voter_count"],
        "chosen": chosen,
        "closed": poll["is_closed"],
        "anonymous": poll["is_anonymous"],
        "quiz": poll["type"] == "quiz",
        "multiple": poll["allows_multiple_answers"],
        "revoting": poll["allows_revoting"],
        "correct": poll.get("correct_option_ids") if may_know else None,
        "explanation": poll.get("explanation") if may_know else None,
    }
