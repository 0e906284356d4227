"""Pages of a list that is too long for a message."""

PAGE = 7  # lines of a list, or buttons below each other, that a phone shows at once


def page_of(total: int, size: int, wanted: int) -> tuple[int, int]:
    """The number of the page shown, from 0, the nearest to the `wanted` one, of how many pages.

    There is one page at least.
    """
    pages = max(1, -(-total // size))
    return min(max(wanted, 0), pages - 1), pages
