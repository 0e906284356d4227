"""The people of the world beside conversations, for commands that need something sent."""

from tests.scheduler.conftest import aruzhan, mentor, world

__all__ = ["aruzhan", "mentor", "world"]
