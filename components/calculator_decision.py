"""A link back to the decision that a visitor came from."""

from components import session
from components.page_link import page_link
from core.calculator_page.joins import unpack_decision
from core.content.models import Content
from core.content.pages import Page
from core.join.way_back import unpack
from core.language.text import t


def calculator_decision(content: Content) -> None:
    """Draws the link, with the answers, when the address carries a decision."""
    packed = session.params().get("from", "")
    if unpack(packed) is not None:
        return  # the way back stands above the page
    params = unpack_decision(content.guide, packed)
    if params:
        page_link(Page.DECIDE, t("Back to your decision"), "arrow_back", params, carry_back=False)
