"""Recall on one node by the section of the chapter that its items come from. Pure."""

from collections.abc import Collection, Iterable

from core.content.models import Content
from core.quiz.generated import find_item
from core.quiz.progress import NodeRecall, recall_by_node
from core.quiz.recall_tomorrow import Known
from core.quiz.scheduling import Memory


def recall_by_section(
    content: Content, memories: Iterable[Memory | Known], ids: Collection[str]
) -> tuple[NodeRecall, ...]:
    """The recall of these items by the title of their section, weakest first, sections not begun last.

    A node such as fine-tuning holds dozens of items: this says where on it something is weak.
    """
    items = {name: item for name in ids if (item := find_item(content, name)) is not None}
    title_of = {name: content.section_by_id[item.source].title for name, item in items.items()}
    found = recall_by_node(memories, tuple(title_of), title_of.get)
    return tuple(sorted(found, key=lambda one: (one.recall is None, one.recall or 0.0, one.node)))
