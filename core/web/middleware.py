"""What every request passes before Streamlit, outermost first."""

from collections.abc import Callable, Mapping
from pathlib import Path

from starlette.middleware import Middleware

from core.join.join import Join
from core.web.cards import read_cards
from core.web.cookie import LearnerCookie
from core.web.document import Document
from core.web.not_found import NotFound
from core.web.share import Share


def middleware(secret: str, additions: Mapping[str, str], pages: Path, join: Callable[[], Join]) -> list[Middleware]:
    """Unknown addresses are told; the cookie is set; documents get their head.

    Args:
        secret: signs the cookie.
        additions: what each page's head gets, by `head_additions`.
        pages: the folder of the pages; what is no page there is not found.
        join: gives what has an address, for the title of a shared link.
    """
    cards = read_cards(pages)
    return [
        Middleware(NotFound, pages=cards),
        Middleware(LearnerCookie, secret=secret),
        Middleware(Document, additions=additions, tags=Share(cards, join).tags),
    ]
