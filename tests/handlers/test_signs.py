"""What pictures say is drawn to the last sign: what the font lacks would be left out unnoticed."""

import pytest
from handlers.finding_card import finding_shown

from award.digests import Key, Line
from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from evidence import lettering
from evidence.lettering import drawable, fitted
from handlers import digest_chart, honesty_chart
from locales import LANGUAGES, texts
from tests.handlers import test_digests as digests
from tests.handlers import test_finding_card as findings
from tests.handlers import test_honesty as honesty
from tests.handlers import test_picture as pictures


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sign_of_a_picture_is_left_out(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def noted(text: str) -> list[str]:
        said.append(text)
        return drawable(text)

    monkeypatch.setattr(lettering, "drawable", noted)
    say, programme = texts(language), load(SHIPPED_PROGRAMME)
    for kept in (0, 9, 30):
        pictures.sheet(pictures.so_far(programme, 7, kept=kept), programme, say)
    for numbers in (honesty.NONE, honesty.SOME):
        honesty_chart.compose(honesty.weeks(numbers), say)
    names: dict[Key, str] = {each.code: each.name[language] for each in programme.regions}
    lines = [Line(each.code, digests.HUGE) for each in programme.regions]
    for by in ("region", "centre", "mentor", None):
        digest_chart.compose(digests.a_week(*lines, by=by), names, say)
    pair = finding_shown(findings.CARD, programme, say).compared
    assert pair is not None
    for half in (pair.of_new, pair.of_stored):
        for words in (half.title, half.date, half.missing):
            fitted(words, 604, 36)
    assert len(said) > 100
    assert [words for words in said if drawable(words) != words.split(" ")] == []
