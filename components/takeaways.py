"""Takeaways and glossary; or one claim, or the whole chapter as one document, when the address asks for it."""

from components import session
from components.address_note import address_note
from components.chapter_document import chapter_document
from components.claim_view import claim_view
from components.lesson import lesson
from components.lesson_onward import lesson_onward
from components.page_links import page_links
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.language.text import t


def takeaways(content: Content) -> None:
    """Draws what the address asks for."""
    params = session.params()
    claim = content.claim_by_id.get(params.get("claim", ""))
    if params.get("view") == "chapter":
        chapter_document(content)
        return
    if claim is not None:
        claim_view(content, claim)
        return
    if params.get("claim"):
        words = t("The address names a claim that is not in this course. Search finds the others.")
        address_note(words)
    if params.get("term", "") not in {"", *(term.id for term in content.terms)}:
        words = t("The address names a term that is not in the glossary. Search finds the others.")
        address_note(words)
    lesson(content, "takeaways")
    label = t("The whole chapter as one document, to print")
    page_links([Link(page=Page.TAKEAWAYS, label=label, params={"view": "chapter"})])
    lesson_onward(content, "takeaways")
