"""Every name that a button may carry has its handler, and no handler waits for another."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiogram import Router
from aiogram.filters.callback_data import CallbackQueryFilter

import handlers
from handlers import conversations
from handlers.ui.taps import GoTap, Screen

HERE = Path(handlers.__file__).parent


@pytest.fixture(scope="module")
def filters() -> list[CallbackQueryFilter]:
    return list(_filters(conversations()))


def _filters(router: Router) -> Iterator[CallbackQueryFilter]:
    for one in router.chain_tail:
        for handler in one.callback_query.handlers:
            for each in handler.filters or ():
                if isinstance(each.callback, CallbackQueryFilter):
                    yield each.callback


@pytest.mark.parametrize("screen", Screen)
def test_each_screen_has_one_handler(filters: list[CallbackQueryFilter], screen: Screen) -> None:
    ours = [each.rule for each in filters if each.callback_data is GoTap]
    assert ours
    taken = [rule for rule in ours if rule is not None and rule.resolve(GoTap(to=screen))]
    assert len(taken) == 1


def test_no_handler_waits_for_a_bare_word() -> None:
    """What is misspelt is then no member, and seen before it runs."""
    for file in HERE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Compare)
                and isinstance(node.left, ast.Attribute)
                and isinstance(node.left.value, ast.Name)
                and node.left.value.id == "F"
                and node.left.attr == "to"
            ):
                assert not isinstance(node.comparators[0], ast.Constant), (file, node.lineno)
