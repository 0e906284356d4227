"""What buttons of certificates carry; see handlers/ui/taps.py."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from handlers.ui.taps import Id


class CertificateDo(StrEnum):
    """What a tap asks of a certificate: by its holder, a representative, an operator."""

    SHOW = "show"
    PAPER = "paper"
    BADGE = "badge"
    NAME = "name"
    UNNAME = "unname"
    REPLACE = "replace"
    REVOKE = "revoke"


class CertificateTap(CallbackData, prefix="ct"):
    """Something to do with a certificate."""

    do: CertificateDo
    certificate: Id
