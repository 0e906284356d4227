"""An update for every model that aiogram's Update leads to, and ways to break each."""

import types
import typing
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, NamedTuple

from aiogram.types import Chat, Update, User
from pydantic import BaseModel

Json = dict[str, Any]
Model = type[BaseModel]

NESTED = 150  # as deep as nothing of Telegram's is
WITHIN_ITSELF = 6  # a message that answers another, and so on
HUGE = 20_000
WORDS = "құпия сөз"  # what people wrote, wherever there are words


class Step(NamedTuple):
    """A field that holds a model, in how many lists within each other."""

    field: str
    model: Model
    lists: int


def _kinds(annotation: Any) -> Iterator[tuple[Any, int]]:
    """What an annotation allows, and in how many lists."""
    annotation = getattr(annotation, "__value__", annotation)
    origin, within = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        yield from _kinds(within[0])
    elif origin in (typing.Union, types.UnionType):
        for each in within:
            yield from _kinds(each)
    elif origin is list:
        for kind, lists in _kinds(within[0]):
            yield kind, lists + 1
    else:
        yield annotation, 0


def _fields(model: Model) -> Iterator[tuple[str, Any, bool]]:
    """Names in JSON, annotations, and whether a field must be there."""
    model.model_rebuild()
    for name, field in model.model_fields.items():
        yield field.alias or name, field.annotation, field.is_required()


def _steps(model: Model) -> Iterator[Step]:
    for name, annotation, _ in _fields(model):
        for kind, lists in _kinds(annotation):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield Step(name, kind, lists)


def _tags(model: Model) -> Iterator[str]:
    """Fields that say of which kind an object is."""
    for name, annotation, _ in _fields(model):
        if typing.get_origin(annotation) is typing.Literal:
            yield name


def sample(model: Model, person: int) -> Json:
    """The least that is valid, from this person in their private chat."""
    if model is User:
        return {"id": person, "is_bot": False, "first_name": "Сынақ"}
    if model is Chat:
        return {"id": person, "type": "private"}
    tags = set(_tags(model))
    made = {
        name: _value(annotation, person)
        for name, annotation, required in _fields(model)
        if required or name in tags
    }
    if "from" in {name for name, *_ in _fields(model)}:
        made["from"] = sample(User, person)
    return made


def _value(annotation: Any, person: int) -> Any:
    kind, lists = next(_kinds(annotation))
    if typing.get_origin(kind) is typing.Literal:
        return typing.get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        value: Any = sample(kind, person)
    elif isinstance(kind, type) and issubclass(kind, Enum):
        value = next(iter(kind)).value
    else:
        value = _PLAIN.get(kind, WORDS)
    for _ in range(lists):
        value = [value]
    return value


_PLAIN: dict[Any, Any] = {int: 1, float: 1.5, bool: True, datetime: 1, timedelta: 1}


def ways() -> dict[Model, tuple[Step, ...]]:
    """The shortest way from Update to every model that it leads to."""
    found: dict[Model, tuple[Step, ...]] = {Update: ()}
    todo: list[Model] = [Update]
    for model in todo:
        for step in _steps(model):
            if step.model not in found:
                found[step.model] = (*found[model], step)
                todo.append(step.model)
    return found


def _back(model: Model) -> tuple[Step, ...]:
    """The shortest way from a model to another of its kind, if there is one."""
    todo: list[tuple[Step, ...]] = [(step,) for step in _steps(model)]
    seen: set[Model] = set()
    for way in todo:
        if way[-1].model is model:
            return way
        if way[-1].model not in seen:
            seen.add(way[-1].model)
            todo += [(*way, step) for step in _steps(way[-1].model)]
    return ()


def _inside(way: tuple[Step, ...], outer: Json, person: int, inner: Json) -> Json:
    """`inner` at the end of the way that begins in `outer`, which is changed; `outer`."""
    at = outer
    for step in way:
        value: Any = inner if step is way[-1] else sample(step.model, person)
        child = value
        for _ in range(step.lists):
            value = [value]
        at[step.field] = value
        at = child
    return outer


def _unknown_tag(model: Model, good: Json, person: int) -> Iterator[Json]:
    for tag in _tags(model):
        yield good | {tag: "quantum"}


def _missing(model: Model, good: Json, person: int) -> Iterator[Json]:
    for name, _, required in _fields(model):
        if required and name != "update_id":
            yield {key: value for key, value in good.items() if key != name}


def _other_type(model: Model, good: Json, person: int) -> Iterator[Json]:
    for name, _, required in _fields(model):
        if required and name != "update_id":
            yield good | {name: {"another": ["type"]}}


def _unknown_field(model: Model, good: Json, person: int) -> Iterator[Json]:
    yield good | {"quantum": {"text": "?"}}


def _deep(model: Model, good: Json, person: int) -> Iterator[Json]:
    nested: Json = {}
    for _ in range(NESTED):
        nested = {"a": [nested]}
    yield good | {"quantum": nested}
    if model is not Update and (way := _back(model)):
        within = good
        for _ in range(WITHIN_ITSELF):
            within = _inside(way, deepcopy(good), person, within)
        yield within


def _huge(model: Model, good: Json, person: int) -> Iterator[Json]:
    yield good | {"quantum": "ж" * HUGE}


BREAKS: dict[str, Callable[[Model, Json, int], Iterator[Json]]] = {
    "unknown tag": _unknown_tag,
    "missing field": _missing,
    "other type": _other_type,
    "unknown field": _unknown_field,
    "deep": _deep,
    "huge": _huge,
}


def broken(how: str, person: int) -> Iterator[Json]:
    """Updates without numbers, each broken in one place: in every model, in every such way."""
    for model, way in ways().items():
        for bad in BREAKS[how](model, sample(model, person), person):
            bad.pop("update_id", None)
            outer = _inside(way, {}, person, bad) if way else bad
            if outer:
                yield outer
