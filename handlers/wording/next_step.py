"""Where the application stands, in words for the menu and wherever else it is asked."""

from markupsafe import Markup

from award.dossiers.endings import Ending
from award.dossiers.way import WayLine
from award.profile.next_step import WhereItStands
from award.programme import Programme
from handlers.wording.names import level_name
from locales import Texts
from storage.tables import DossierState


def where_words(where: WhereItStands, programme: Programme, say: Texts) -> Markup:
    """What is next, who is waited for, until when; one to three sentences."""
    level = _level(where, programme, say)
    who = where.who or say.plain("where-your-mentor")
    revoked = where.way is not None and where.way.ending is Ending.REVOKED
    step = "revoked" if revoked else where.step
    said = say(f"where-{step}", level=level, who=who, left=where.left)
    if where.way is not None:
        said = Markup("\n").join([said, way_now(where.way, say)])
    if where.until is None:
        return said
    if where.way is not None and where.way.state is DossierState.DECLINED:
        until = say("decision-appeal", until=where.until)
    else:
        until = say("where-until", day=where.until)
    return Markup("\n").join([said, until])


def way_now(way: WayLine, say: Texts) -> Markup:
    """Where a complete level stands: "3 of 6: the commission looks at your dossier"."""
    state = way.ending or way.state.value.replace("_", "-")
    return say(f"way-now-{state}", number=way.number, total=way.total, reader="own")


def _level(where: WhereItStands, programme: Programme, say: Texts) -> str:
    return level_name(programme.find_level(where.level), say)
