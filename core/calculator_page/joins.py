"""Links into and out of a calculator: the steps that mention it, the decision that it belongs to. Pure."""

from collections.abc import Mapping
from urllib.parse import urlencode

from core.content.graphs import Guide
from core.content.lessons import Link, Stage
from core.content.models import Content
from core.content.pages import Page
from core.decision import answer_params, parse_answers
from core.join.few_params import few_params

_MOST_ANSWERS = 40


def stages_about(content: Content, calculator_id: str) -> tuple[Stage, ...]:
    """The stops of the pipeline whose links open this calculator."""
    return tuple(stage for stage in content.stages if _opens(stage.links, calculator_id))


def pack_decision(params: Mapping[str, str]) -> str:
    """A decision's address as one value, to be carried through a calculator.

    >>> pack_decision({"problem": "style,task", "for": "our bot"})
    'problem=style%2Ctask&for=our+bot'
    """
    return urlencode(params)


def unpack_decision(guide: Guide, packed: str) -> dict[str, str]:
    """The decision's parameters in a carried value; whatever the guide does not know is left out."""
    found = few_params(packed, _MOST_ANSWERS) or {}
    answers, _ = parse_answers(guide, found)
    subject = {"for": found["for"]} if answers and found.get("for") else {}
    return answer_params(guide, answers) | subject


def with_decision(links: tuple[Link, ...], params: Mapping[str, str]) -> tuple[Link, ...]:
    """The links, with the decision carried along in those that open a calculator."""
    packed = pack_decision({name: value for name, value in params.items() if name != "view"})
    return tuple(
        link.model_copy(update={"params": {**link.params, "from": packed}}) if link.page is Page.CALCULATORS else link
        for link in links
    )


def _opens(links: tuple[Link, ...], calculator_id: str) -> bool:
    return any(link.page is Page.CALCULATORS and link.params.get("calc") == calculator_id for link in links)
