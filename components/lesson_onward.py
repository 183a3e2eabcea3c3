"""At the end of a lesson: the next page, what belongs to this one; the block that the address names comes into view."""

from components import session
from components.next_page import next_page
from components.once_per_opening import once_per_opening
from components.related.related import related
from components.scroll_to import scroll_to
from core.content.models import Content
from core.content.pages import Page
from core.join.entity import Entity, Kind


def lesson_onward(content: Content, lesson_id: str) -> None:
    """Draws the links; a lesson's id is its page's."""
    page = Page(lesson_id)
    blocks = [block.id for block in content.lesson_by_id[lesson_id].blocks]
    entities = [Entity(Kind.BLOCK, block) for block in blocks]
    if page is Page.PITFALLS:
        entities += [Entity(Kind.PITFALL, pitfall.id) for pitfall in content.pitfalls]
    next_page(page)
    related(page, *entities)
    named = session.params().get("block", "")
    if named in blocks and once_per_opening(f"{lesson_id}.block", named):
        scroll_to(named)
