"""The interview questions of the bank, by level and topic, the chapter's own first. Pure."""

from collections.abc import Mapping

from core.content.interview_items import FreeAnswer, Level, Topic
from core.content.models import Content

CHAPTERS_OWN = ("tuning-over-rag", "stages-for-a-newcomer")


def interview_questions(
    content: Content, level: Level | None = None, topic: Topic | None = None
) -> tuple[FreeAnswer, ...]:
    """The questions of a level and a topic; None stands for all."""
    found = [item for item in content.items if isinstance(item, FreeAnswer)]
    ranks = {name: place for place, name in enumerate(CHAPTERS_OWN)}
    levels = list(Level)
    found.sort(key=lambda item: (ranks.get(item.id, len(ranks)), levels.index(item.level)))
    return tuple(item for item in found if level in (None, item.level) and topic in (None, item.topic))


def wanted_question(params: Mapping[str, str]) -> str:
    """What an address gives for a question, whether there is such a one or not; empty when it gives nothing."""
    return params.get("question") or params.get("item", "")


def question_named(content: Content, params: Mapping[str, str]) -> FreeAnswer | None:
    """The question that an address names by `?question=`, or as any item; None when it names none."""
    item = content.item_by_id.get(wanted_question(params))
    return item if isinstance(item, FreeAnswer) else None


def interview_ids(content: Content) -> frozenset[str]:
    """The ids of all of them; each can be put into the review."""
    return frozenset(item.id for item in content.items if isinstance(item, FreeAnswer))
