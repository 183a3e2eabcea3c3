"""The head of an interview question: where one stands, what it is about, what is asked."""

from xml.etree import ElementTree as ET

from components.markup import el, rich, show
from components.said_in_english import said_in_english
from core.content.interview_items import TOPIC_LABELS, FollowUp, FreeAnswer, Topic
from core.language.text import t

_CATEGORY = {Topic.TRAINING: "pre", Topic.TUNING: "tune", Topic.ALIGNMENT: "align"}
"""Topics that are one of the concepts that have a colour."""


def interview_head(facts: tuple[str, ...], item: FreeAnswer, follow_up: FollowUp | None) -> None:
    """Draws it; of a follow-up with the question that it follows."""
    asked = follow_up.question if follow_up else item.question
    show(
        el("p", *(el("span", fact) for fact in facts), _tag(item.topic), class_="ll-eyebrow"),
        said_in_english(rich("h1", asked, class_="ll-question")),
        el("p", t("Follow-up to: "), said_in_english(el("span", item.question)), class_="ll-note")
        if follow_up
        else None,
        class_="ll ll-question-head",
    )


def _tag(topic: Topic) -> ET.Element:
    return el("span", t(TOPIC_LABELS[topic]), class_=f"ll-tag ll-{_CATEGORY.get(topic, 'app')}")
