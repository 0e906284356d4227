"""aiogram-dialog, with windows that are told apart however fast they are opened."""

import secrets

from aiogram_dialog.api.entities import stack

# As many as six letters and digits can tell: callback data, which carry them, hold 64 bytes.
_IDS = 62**6


def give_windows_own_ids() -> None:
    """Let each open window have an id of its own.

    aiogram-dialog makes ids of the second and a number below a hundred. Of two windows of a person
    that were opened within a second, one in a hundred had the other's id; closing it closed both,
    and who had just answered it was shown the menu instead of what follows. It has no setting for
    this, so its function is replaced; tests/bot/test_dialog_ids.py.
    """
    stack.new_int_id = _own_id


def _own_id() -> int:
    return secrets.randbelow(_IDS)
