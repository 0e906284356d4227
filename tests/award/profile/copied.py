"""The copy that somebody asks for about themself."""

from award.access.acting import Acting
from award.profile.export import Data, ask_for_copy, held_about


async def copy_of(at: Acting) -> Data:
    return await held_about(at.session, await ask_for_copy(at))
