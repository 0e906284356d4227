"""What the matching process can report: nothing else that it says is taken."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from award.evidence.comparison import Match
from storage.tables import FindingKind

# Bytes of an answer: far more than all candidates of a search, or the passages of long essays.
MATCHES_ANSWER = 5_000_000
ESSAY_ANSWER = 1_000_000

_Corner = Annotated[list[float], Field(min_length=2, max_length=2)]
_Area = Annotated[list[_Corner], Field(max_length=20)]
_Part = Annotated[int, Field(ge=0, lt=8)]
_Code = Annotated[str, Field(pattern="^[a-z]{1,20}$")]
_Place = Annotated[int, Field(ge=0, lt=1_000_000)]
_Passage = Annotated[list[_Place], Field(min_length=4, max_length=4)]


class _Details(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)


class _OfPictures(_Details):
    sure: Literal["high", "medium", "low"]
    edits: Annotated[list[_Code], Field(max_length=20)]
    area: _Area
    other_area: _Area
    part: _Part
    other_part: _Part


class _OfEssays(_Details):
    passages: list[_Passage]


def _likely(match: Match) -> Match:
    is_essay = match.kind is FindingKind.ESSAY
    ids = (match.other_media_id, match.other_entry_id)
    if not 0 <= match.score <= 1 or [each is not None for each in ids] != [not is_essay, is_essay]:
        raise ValueError
    (_OfEssays if is_essay else _OfPictures).model_validate(match.details)
    return match


Likely = Annotated[Match, AfterValidator(_likely)]
