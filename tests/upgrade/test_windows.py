"""Windows that stand open when a new version starts: their states and widgets keep their names."""

import json
from pathlib import Path

import pytest
from aiogram.fsm.state import State
from aiogram_dialog import Dialog, Window
from aiogram_dialog.setup import collect_dialogs

from handlers import conversations

RECORDED: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("windows.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def windows() -> dict[str, Window]:
    """Today's windows, by the name of the state that a conversation's row holds."""
    found: dict[str, Window] = {}
    for dialog in collect_dialogs(conversations()):
        assert isinstance(dialog, Dialog)
        for state, window in dialog.windows.items():
            assert isinstance(state, State)
            assert isinstance(window, Window)
            found[str(state.state)] = window
    return found


def test_every_window_that_a_conversation_may_name_is_there(windows: dict[str, Window]) -> None:
    assert not RECORDED.keys() - windows.keys(), "who left one of these open is shown the menu"


@pytest.mark.parametrize("state", RECORDED)
def test_its_buttons_and_inputs_are_known_by_their_names(
    windows: dict[str, Window], state: str
) -> None:
    gone = [name for name in RECORDED[state] if windows[state].find(name) is None]
    assert not gone, f"buttons of {state} in people's chats that nothing answers any more: {gone}"


def test_every_window_of_today_is_recorded(windows: dict[str, Window]) -> None:
    new = windows.keys() - RECORDED.keys()
    assert not new, f"add to windows.json, with the names of its widgets: {sorted(new)}"
