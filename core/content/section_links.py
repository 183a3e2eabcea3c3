"""Which sections of the chapter claims come from, as links to the pages that teach them. Pure."""

from collections.abc import Iterable

from core.content.lessons import Link
from core.content.models import Content


def section_links(content: Content, claim_ids: Iterable[str]) -> tuple[Link, ...]:
    """A link for each page that teaches one of the claims, named after a section of it."""
    sources = (content.claim_by_id[claim_id].source for claim_id in claim_ids)
    found = {section.page: section for section in map(content.section_by_id.__getitem__, sources)}
    return tuple(Link(page=page, label=section.title) for page, section in found.items())
