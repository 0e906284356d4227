"""Reading a programme from YAML so that every problem names its file and line."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from award.programme.checking import Problem, Where, problems_of
from award.programme.model import Programme, ProgrammeError

_LANGUAGES = {"kk": "Kazakh", "ru": "Russian", "en": "English"}
_TOP: Where = ()
# libyaml's where PyYAML was built with it: ten times as fast, the same marks.
_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class _Source:
    """The plain data of the files, the line of each value, and what was wrong on the way."""

    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Where, str] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)

    def line(self, where: Where) -> str:
        """`file:line` of the value, or of the nearest thing around it that was written."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, "?:1")

    def name(self, where: Where) -> str:
        """The way to a value as people call it: items by their code, not by their number."""
        names, thing = [], self.data
        for step in where:
            thing = _step_into(thing, step)
            code = thing.get("code") if isinstance(thing, Mapping) else None
            names.append(str(code) if isinstance(step, int) and code else str(step))
        return ".".join(names)


def load(path: Path) -> Programme:
    """The programme in a YAML file or in all those of a folder; raises ProgrammeError.

    Asked again, it is the same one as long as nothing is written to the files.
    """
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    try:
        return _made_of(path.name, tuple((file.name, file.read_bytes()) for file in files))
    except OSError as error:
        name = Path(error.filename or path).name
        raise ProgrammeError((f"{name}:1: cannot be read: {error}",)) from None


@lru_cache(maxsize=4)
def _made_of(name: str, files: tuple[tuple[str, bytes], ...]) -> Programme:
    source = _Source(lines={_TOP: f"{name}:1"})
    for file, content in files:
        _read_file(source, file, content)
    if not files:
        source.problems.append((source.line(_TOP), "no .yaml file in this folder"))
    if source.problems:
        raise ProgrammeError(_sorted(source.problems))
    try:
        programme = TypeAdapter(Programme).validate_python(source.data)
    except ValidationError as errors:
        found = [_in_words(error["loc"], error) for error in errors.errors()]
        raise ProgrammeError(_located(source, found)) from None
    if found := list(problems_of(programme)):
        raise ProgrammeError(_located(source, found))
    return programme


def _read_file(source: _Source, file: str, content: bytes) -> None:
    try:
        loader = _Loader(content)
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        source.problems.append((f"{file}:{line}", f"not YAML: {error.problem}"))
        return
    except yaml.YAMLError as error:
        source.problems.append((f"{file}:1", f"cannot be read: {error}"))
        return
    if not isinstance(root, yaml.MappingNode):
        source.problems.append((f"{file}:1", "names with values are expected here"))
        return
    _Reader(source, file, loader).mapping(root, _TOP, source.data)


@dataclass
class _Reader:
    """Turns the nodes of one file into plain data, noting lines."""

    source: _Source
    file: str
    loader: yaml.SafeLoader | yaml.CSafeLoader

    def value(self, node: yaml.Node, where: Where) -> Any:
        """The plain value of a node."""
        self.source.lines[where] = self._line(node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, where, {})
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*where, n)) for n, item in enumerate(node.value)]
        return self._scalar(node)

    def mapping(self, node: yaml.MappingNode, where: Where, into: dict[Any, Any]) -> Any:
        """The node's names and values added to `into`; a name given twice is a problem."""
        for key_node, value_node in node.value:
            key = self._scalar(key_node)
            if not isinstance(key, str | int):
                self.source.problems.append((self._line(key_node), f"`{key}` is no name"))
                continue
            if key in into:
                self.source.problems.append((self._line(key_node), f"`{key}` is here twice"))
                continue
            into[key] = self.value(value_node, (*where, key))
            self.source.lines[(*where, key)] = self._line(key_node)
        return into

    def _scalar(self, node: yaml.Node) -> Any:
        value = self.loader.construct_object(node, deep=True)
        return value.isoformat() if isinstance(value, dt.date) else value

    def _line(self, node: yaml.Node) -> str:
        return f"{self.file}:{node.start_mark.line + 1}"


def _in_words(where: tuple[int | str, ...], error: Mapping[str, Any]) -> Problem:
    last = str(where[-1]) if where else ""
    kind = error["type"]
    if kind == "missing" and last in _LANGUAGES:
        return Problem(where[:-1], f"no {_LANGUAGES[last]} text (`{last}`)")
    if kind == "missing":
        return Problem(where[:-1], f"`{last}` is missing")
    if kind == "unexpected_keyword_argument":
        return Problem(where, f"`{last}` is not known here")
    if kind == "enum":
        return Problem(where, f"`{error['input']}` is none of {error['ctx']['expected']}")
    if kind == "too_short":
        return Problem(where, "the list is empty")
    if kind == "string_too_short":
        return Problem(where, "the text is empty")
    return Problem(where, f"{error['msg']}, not `{error['input']}`")


def _located(source: _Source, problems: list[Problem]) -> tuple[str, ...]:
    return _sorted(
        [
            (source.line(p.where), f"{source.name(p.where)}: {p.what}" if p.where else p.what)
            for p in problems
        ]
    )


def _sorted(problems: list[tuple[str, str]]) -> tuple[str, ...]:
    def place(problem: tuple[str, str]) -> tuple[str, int]:
        file, _, line = problem[0].rpartition(":")
        return file, int(line)

    return tuple(f"{line}: {what}" for line, what in sorted(problems, key=place))


def _step_into(thing: Any, step: int | str) -> Any:
    try:
        return thing[step]
    except (KeyError, IndexError, TypeError):
        return None
