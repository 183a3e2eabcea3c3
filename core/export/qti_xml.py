"""The pieces of a QTI 2.1 item that every interaction is made of. Pure.

Source: imsglobal.org, QTI 2.1 Assessment Test, Section and Item Information Model, checked 2026-11.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"


@dataclass
class ItemParts:
    """An item while it is written: its declarations, body, processing and feedback, in the schema's order."""

    declarations: list[Element] = field(default_factory=list)
    body: Element = field(default_factory=lambda: Element("itemBody"))
    processing: list[Element] = field(default_factory=list)
    feedback: list[Element] = field(default_factory=list)


def name(slug: str, prefix: str = "c") -> str:
    """A slug as an identifier of XML: `c-rag`, `i-run-cost.7`."""
    return f"{prefix}-{slug.replace('~', '.')}"


def node(tag: str, text: str | None = None, **attributes: str) -> Element:
    """An element with text and attributes."""
    element = Element(tag, attributes)
    element.text = text
    return element


def parent(tag: str, children: Iterable[Element], **attributes: str) -> Element:
    """An element with children and attributes."""
    element = Element(tag, attributes)
    element.extend(children)
    return element


def declare(identifier: str, base: str, right: Iterable[str], cardinality: str = "single") -> Element:
    """A response with its right values."""
    declared = node("responseDeclaration", identifier=identifier, cardinality=cardinality, baseType=base)
    values = tuple(right)
    if values:
        declared.append(parent("correctResponse", (node("value", value) for value in values)))
    return declared


def mapping(entries: dict[str, float], *, words: bool = False) -> Element:
    """Response values with the points each earns; the sum is clamped to 0 and 1."""
    mapped = node("mapping", lowerBound="0", upperBound="1", defaultValue="0")
    for key, value in entries.items():
        attributes = {"mapKey": key, "mappedValue": f"{value:.6g}"} | ({"caseSensitive": "false"} if words else {})
        SubElement(mapped, "mapEntry", attributes)
    return mapped


def outcome(identifier: str, base: str, cardinality: str = "single") -> Element:
    """What the item finds out: `SCORE`, or which feedback is shown."""
    declared = node("outcomeDeclaration", identifier=identifier, cardinality=cardinality, baseType=base)
    if base == "float":
        declared.append(parent("defaultValue", [node("value", "0")]))
    return declared


def set_outcome(identifier: str, value: Element) -> Element:
    """Sets an outcome to what an expression gives."""
    return parent("setOutcomeValue", [value], identifier=identifier)


def score_if(condition: Element, score: float) -> Element:
    """Sets the score when a condition holds."""
    return parent("responseCondition", [parent("responseIf", [condition, set_score(score)])])


def set_score(score: float) -> Element:
    """Sets the score."""
    return set_outcome("SCORE", node("baseValue", f"{score:.6g}", baseType="float"))


def is_right(identifier: str) -> Element:
    """Whether a response is its right value."""
    return parent("match", [node("variable", identifier=identifier), node("correct", identifier=identifier)])


def shown_when(outcome_id: str, identifier: str, text: str) -> Element:
    """Feedback that is shown when an outcome holds an identifier."""
    return node("modalFeedback", text, outcomeIdentifier=outcome_id, identifier=identifier, showHide="show")
