"""“See it in the chapter” and “Report this question”: where an item stands, and a note that is ready to paste. Pure."""

from core.content.facts import Section
from core.content.items import AnyItem
from core.content.models import Content
from core.content.pages import Page
from core.export.item_text import answer_text, question_text


def chapter_place(content: Content, item: AnyItem) -> tuple[Page, dict[str, str]]:
    """The page that teaches an item, and the parameters that open it with the item's node lit."""
    if item.node in content.stage_by_id:
        return Page.PIPELINE, {"step": item.node}
    decision = content.graph_by_id.get(content.guide.graph)
    if decision and any(node.id == item.node for node in decision.nodes):
        return Page.DECIDE, {"node": item.node}
    return _section(content, item).page, {}


def report_note(content: Content, item: AnyItem, given: str = "") -> str:
    """A note on a question that a reader finds wrong, as Markdown to be completed and pasted."""
    told = [
        f"**Question `{item.id}`** ({item.kind}, section “{_section(content, item).title}”)",
        "",
        *(f"> {line}" for line in question_text(item).splitlines()),
        "",
        f"Right answer here: {answer_text(item).replace(chr(10), '; ')}",
        *([f"My answer: {given}"] if given else []),
        f"Claims: {', '.join(item.claims)}",
        "",
        "What is wrong with it: ",
    ]
    return "\n".join(told)


def _section(content: Content, item: AnyItem) -> Section:
    return content.section_by_id[item.source]
