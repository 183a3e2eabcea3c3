"""What the model said: under each question who answered what."""

from xml.etree import ElementTree as ET

from components.markup import el, show
from core.lab.result import Result
from core.lab_page.replies import Asked, replies_by_question
from core.language.text import t


def lab_replies(shown: Result | None, most: int | None = None) -> None:
    """Draws the replies of a run, if it has any: to `most` of the questions, or to all."""
    asked = replies_by_question(shown.samples)[:most] if shown else ()
    if asked:
        show(el("h2", t("In words"), class_="sub ll-part"), el("div", *map(_block, asked), class_="ll-replies"))


def _block(asked: Asked) -> ET.Element:
    rows = [part for reply in asked.replies for part in (el("dt", reply.who), el("dd", reply.text, lang="en"))]
    before = el("p", asked.before, class_="ll-note") if asked.before else None
    return el("div", before, el("p", el("strong", asked.question, lang="en")), el("dl", *rows, class_="ll-io"))
