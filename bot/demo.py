"""What a new sandbox begins with."""

from bot.assemble import Service
from sandbox.server import Sandbox


async def seed_empty(bot: Service, sandbox: Sandbox) -> None:
    """Only an operator, who can invite everyone else."""


async def seed_demo(bot: Service, sandbox: Sandbox) -> None:
    """A small living programme."""
