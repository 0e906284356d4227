"""Regions as people type them."""

from award.programme import Programme


def regions_meant(typed: str, programme: Programme) -> list[str]:
    """Codes of the regions of this name in any language; else of those that have such a word."""
    typed = typed.strip().casefold()
    names = {
        region.code: [name.casefold() for name in (region.name.kk, region.name.ru, region.name.en)]
        for region in programme.regions
    }
    exact = [code for code, known in names.items() if typed in known]
    return exact or [
        code
        for code, known in names.items()
        if len(typed) > 2
        and any(word.startswith(typed) for name in known for word in (name, *name.split()))
    ]
