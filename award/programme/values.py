"""Texts in the programme's languages, and what a value in a programme file must look like."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, TypeVar

from pydantic import ConfigDict, Field, StringConstraints

LOCALES = ("kk", "ru", "en")

_T = TypeVar("_T")
Some = Annotated[tuple[_T, ...], Field(min_length=1)]
Count = Annotated[int, Field(ge=1)]
Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# Codes travel in the buttons of a chat, which hold 64 bytes in all.
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=24)]
IsoCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
# Small letters only, for a message is put in small letters before it is looked at.
Stem = Annotated[
    str,
    StringConstraints(min_length=2, pattern=r"^[^A-ZА-ЯЁӘІҢҒҮҰҚӨҺ\s]+( [^A-ZА-ЯЁӘІҢҒҮҰҚӨҺ\s]+)*$"),
]


class Closed:
    """Read from a file without names that it does not know: a mistyped one is an error."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class Text(Closed):
    """A text in every language; `text["kk"]` gives one of them."""

    kk: Filled
    ru: Filled
    en: Filled

    def __getitem__(self, locale: str) -> str:
        """The text in `locale`; raises KeyError for a language that is not one of `LOCALES`."""
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[locale]


@dataclass(frozen=True)
class Words(Closed):
    """Lower-case word beginnings, by language, by which a message tells what it is about."""

    kk: tuple[Stem, ...] = ()
    ru: tuple[Stem, ...] = ()
    en: tuple[Stem, ...] = ()

    def __getitem__(self, locale: str) -> tuple[str, ...]:
        """The word beginnings of one language; raises KeyError for an unknown one."""
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[locale]

    @property
    def all(self) -> tuple[str, ...]:
        """Word beginnings of all languages: people mix them in one message."""
        return (*self.kk, *self.ru, *self.en)
