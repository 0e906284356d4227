"""The portfolio's template is tried before anybody asks for one."""

from datetime import date
from pathlib import Path

from award.programme import load
from bot.portfolios import TEMPLATE, template_fault
from bot.settings import SHIPPED_PROGRAMME

TODAY = date(2026, 3, 18)


def test_a_mistake_in_the_template_is_told(tmp_path: Path) -> None:
    tosbelgi = load(SHIPPED_PROGRAMME)
    assert template_fault(SHIPPED_PROGRAMME, tosbelgi, TODAY) is None
    shipped = (SHIPPED_PROGRAMME / TEMPLATE).read_text("utf-8")
    (tmp_path / TEMPLATE).write_text(shipped.replace("data.note", "data.nothing"), "utf-8")
    fault = template_fault(tmp_path, tosbelgi, TODAY)
    assert fault is not None
    assert "nothing" in fault


def test_a_programme_without_a_template_has_the_shipped_one(tmp_path: Path) -> None:
    assert template_fault(tmp_path, load(SHIPPED_PROGRAMME), TODAY) is None
