"""What a programme's certificates say and how they are numbered; how they look is its layout."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from award.programme.values import Closed, Code, Colour, Text

# In the programme's folder; what it draws with stands beside it.
LAYOUT = "certificate.typ"
BADGE = "badge.typ"

Prefix = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,8}$")]
Letter = Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]


@dataclass(frozen=True)
class CertifiedLevel(Closed):
    """Of one level: its letter in numbers, its colour, and what its certificate says."""

    letter: Letter
    colour: Colour
    text: Text


@dataclass(frozen=True)
class Certificates(Closed):
    """`prefix` begins each number; who signs has a title, and a name as soon as it is known."""

    prefix: Prefix
    operator: Text
    signer_title: Text
    levels: Mapping[Code, CertifiedLevel]
    signer: Text | None = None
