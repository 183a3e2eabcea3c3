"""Whether the visitor is at a view because the tour brought them there."""

from components.tour import STOPS
from components.tour_place import tour_place
from core.content.pages import Page


def shown_by_tour(page: Page, params: dict[str, str]) -> bool:
    """Whether the tour's current stop is exactly this view: then the visitor did not choose it."""
    at = tour_place(len(STOPS))
    return at is not None and (STOPS[at].page, STOPS[at].params) == (page, params)
