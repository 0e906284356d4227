"""What pictures say is drawn to the last sign: what the font lacks would be left out unnoticed."""

import pytest

from award.digests.numbers import Key, Line
from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from evidence import lettering
from evidence.lettering import drawable, fitted
from handlers.digests import chart as digest_chart
from handlers.findings import chart as findings_chart
from handlers.findings.card import finding_shown
from locales import LANGUAGES, texts
from tests.handlers.digests import test_digests as digests
from tests.handlers.findings import test_card as findings
from tests.handlers.findings import test_overview as overview
from tests.handlers.progress import test_picture as pictures


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
    for numbers in (overview.NONE, overview.SOME):
        findings_chart.compose(overview.weeks(numbers), say)
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
