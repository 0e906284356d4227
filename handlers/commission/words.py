"""What commissions, seats, outcomes and reasons are called, in the reader's language."""

from collections.abc import Sequence

from markupsafe import Markup

from award.paging import PAGE
from award.programme import Programme
from handlers.wording.names import region_name
from locales import Texts
from storage.tables import Candidacy, Commission, DossierState, Seat


def commission_name(commission: Commission, programme: Programme, say: Texts) -> str:
    """Its season and scope, in a line."""
    level = programme.find_level(commission.level)
    return say.plain(
        "commission-name",
        season=str(commission.season),
        region=region_name(programme, commission.region, say) or say.plain("commission-everywhere"),
        level=level.name[say.language] if level else say.plain("commission-all-levels"),
    )


def seat_name(seat: Seat, say: Texts) -> str:
    """A seat as people call it."""
    return say.plain(f"seat-{seat.value}")


def outcome_name(outcome: DossierState, say: Texts) -> str:
    """A decision as people call it."""
    return say.plain(f"outcome-{outcome.value}")


def short_words(dossiers: Sequence[int], say: Texts) -> Markup:
    """Of which dossiers too few members may decide, and what to do."""
    shown = ", ".join(f"№ {number}" for number in dossiers[:PAGE])
    return say("commission-short", numbers=shown, more=max(0, len(dossiers) - PAGE))


def reason_words(candidacy: Candidacy, say: Texts) -> str:
    """Why it was decided so: a usual reason, or own words; empty once these are forgotten."""
    if candidacy.reason:
        return say.plain(f"decision-reason-{candidacy.reason}")
    return candidacy.words or ""
