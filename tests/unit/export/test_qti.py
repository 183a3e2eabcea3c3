"""QTI 2.1: well-formed, in the order that its schema asks for, and every name that is used is declared.

On 2026-12-02 the exports of the whole bank in English and in German, the examples of each kind and five exercises of
each family were valid by imsqti_v2p1.xsd (2.1.0 and 2.1.1), and both manifests by qtiv2p1_imscpv1p2_v1p0.xsd. The
schemas are not shipped.
"""

import io
import re
import zipfile
from xml.etree import ElementTree as Xml

import pytest

from core.content.typed_items import Number, PredictNumber
from core.export.qti import qti_item, qti_package
from core.quiz.generated import FAMILIES
from core.quiz.marking_typed import mark_number, mark_prediction
from core.quiz.number_reading import number_in, typed_number
from tests.unit.quiz.examples import ALL, example
from tests.unit.quiz.moments import START

Q = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
ITEMS = ALL | {family: FAMILIES[family].item(5) for family in FAMILIES}
ORDER = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]
each_item = pytest.mark.parametrize("name", ITEMS)


def tree(name: str) -> Xml.Element:
    return Xml.fromstring(qti_item(ITEMS[name]))


@each_item
def test_parts_come_in_the_order_of_the_schema(name: str) -> None:
    tags = [child.tag.removeprefix(Q) for child in tree(name)]
    assert [ORDER.index(tag) for tag in tags] == sorted(ORDER.index(tag) for tag in tags)
    assert tags.count("itemBody") == tags.count("responseProcessing") == 1


@each_item
def test_every_name_is_declared_once_and_is_a_name(name: str) -> None:
    root = tree(name)
    declared = [e.get("identifier", "") for e in root if e.tag in (Q + "responseDeclaration", Q + "outcomeDeclaration")]
    assert len(set(declared)) == len(declared)
    for element in root.iter():
        for attribute in ("responseIdentifier", "outcomeIdentifier"):
            assert element.get(attribute, declared[0]) in declared
        if element.tag in (Q + "variable", Q + "correct", Q + "mapResponse", Q + "setOutcomeValue"):
            assert element.get("identifier") in declared
        assert re.fullmatch(r"[A-Za-z_][\w.-]*", element.get("identifier", "x"))


@each_item
def test_right_values_are_options_that_are_shown(name: str) -> None:
    root = tree(name)
    shown = {e.get("identifier") for e in root.iter() if e.tag in (Q + "simpleChoice", Q + "simpleAssociableChoice")}
    for declared in root.iter(Q + "responseDeclaration"):
        values = [value.text or "" for value in declared.iter(Q + "value")]
        if declared.get("baseType") in ("identifier", "directedPair"):
            assert {part for value in values for part in value.split()} <= shown
            assert values


@each_item
def test_explanation_and_every_why_are_in_the_feedback(name: str) -> None:
    said = [feedback.text for feedback in tree(name).iter(Q + "modalFeedback")]
    assert ITEMS[name].explanation in said


def test_wrong_picks_take_away_and_the_sum_stays_in_bounds() -> None:
    mapped = next(Xml.fromstring(qti_item(example("multiple-choice"))).iter(Q + "mapping"))
    assert (mapped.get("lowerBound"), mapped.get("upperBound")) == ("0", "1")
    assert [entry.get("mappedValue") for entry in mapped] == ["0.5", "0.5", "-1"]


def platform(name: str, number: float) -> tuple[float, str | None]:
    """The score that a platform gives for a number, and the word on it that it shows."""
    root = tree(name)
    condition = next(root.iter(Q + "responseCondition"))
    for branch in condition:
        bounds = [(each.tag, float(each[1].text or "")) for each in branch[0]]
        if all(number >= bound if sign == Q + "gte" else number <= bound for sign, bound in bounds):
            told = {outcome.get("identifier"): outcome[0].text for outcome in branch.iter(Q + "setOutcomeValue")}
            words = {each.get("identifier"): each.text for each in root.iter(Q + "modalFeedback")}
            return float(told["SCORE"] or ""), words.get(told.get("FEEDBACK"))
    return 0.0, None


def numbers_to_give(item: Number | PredictNumber) -> set[float]:
    """On both sides of every bound."""
    ends = [end for each in item.ranges for end in (each.low, each.high) if end]
    return {end * by for end in (item.answer, *ends) for by in (0.3, 0.6, 0.99, 1, 1.01, 1.8, 3)}


@pytest.mark.parametrize("name", [name for name, item in ITEMS.items() if isinstance(item, Number | PredictNumber)])
def test_number_earns_on_a_platform_what_it_earns_here_and_is_told_why(name: str) -> None:
    item = ITEMS[name]
    assert isinstance(item, Number | PredictNumber)
    for answer in map(typed_number, map("{:.12g}".format, numbers_to_give(item))):
        number = answer.number or 0.0
        if number_in(answer, item.unit) != number:
            continue  # a whole number of tokens where their trillions are asked for is understood here alone
        mark = mark_number(item, answer) if isinstance(item, Number) else mark_prediction(item, answer)
        score, told = platform(name, number)
        assert (number, score) == (number, mark.score)
        assert told in (None, mark.feedback[0].why)
    said = {each.text for each in tree(name).iter(Q + "modalFeedback")}
    assert {each.why for each in item.ranges} <= said


def test_package_is_packed() -> None:
    with zipfile.ZipFile(io.BytesIO(qti_package(ITEMS.values(), START))) as package:
        files = package.infolist()
    assert sum(each.compress_size for each in files) < sum(each.file_size for each in files) / 2


def test_package_lists_every_file_that_it_holds() -> None:
    with zipfile.ZipFile(io.BytesIO(qti_package(ITEMS.values(), START))) as package:
        assert package.testzip() is None
        names = package.namelist()
        manifest = Xml.fromstring(package.read("imsmanifest.xml"))
    listed = [e.get("href") for e in manifest.iter("{http://www.imsglobal.org/xsd/imscp_v1p1}file")]
    assert listed == names[1:]
    assert len(listed) == len(ITEMS) == len(set(listed))
    assert qti_package(ITEMS.values(), START) == qti_package(ITEMS.values(), START)


def test_markup_in_a_text_stays_text() -> None:
    item = example("flashcard").model_copy(update={"question": 'Is <b> & "c" right?'})
    root = Xml.fromstring(qti_item(item))
    assert root.get("title") == 'Is <b> & "c" right?'
