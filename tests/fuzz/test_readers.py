"""Whatever comes in is read or refused in its own words; no reader lets another error out."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.calculators.address import parse_address
from core.calculators.registry import calculators
from core.content.loader import load_content
from core.content.problems import ContentError
from core.content.yaml_text import YamlError, read_yaml
from core.decision import parse_answers, walk
from core.export.csv_items import items_csv, read_csv
from core.export.learner_json import ImportRefusedError, read_learner_json
from core.export.record_numbers import read_kept_text
from core.interview.answer_table import BadAnswersError, read_answers
from core.interview.rubric import BadRubricError, read_rubrics
from core.quiz.drill_sets import read_set
from core.web.codes import read_room_code
from core.web.cookie import learner_key
from core.web.security_headers import sound_host
from tests.content.broken import copy_of_content

ODD = ["", "\x00", "\u202e", "{", "[" * 500, "&a [*a]", "!!python/object:os.system", "'" * 99, "=1+1", "<b>"]
CONTENT = load_content()
texts = st.one_of(st.text(max_size=300), st.sampled_from(ODD))
json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | texts | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)
many = settings(max_examples=150, derandomize=True, suppress_health_check=list(HealthCheck))


@many
@given(texts)
def test_yaml_is_read_or_refused(text: str) -> None:
    try:
        read_yaml(text)
    except YamlError as error:
        assert str(error)


@many
@given(st.binary(max_size=400) | json_values.map(lambda value: json.dumps(value).encode()))
@example(b"[" * 100_000)
def test_learners_file_is_read_or_refused(data: bytes) -> None:
    with pytest.raises(ImportRefusedError):
        read_learner_json(data)


@many
@given(text=texts)
def test_table_of_items_is_read_or_its_problems_are_named(text: str) -> None:
    preview = read_csv(text, {})
    assert preview.problems or preview.items


@many
@given(place=st.integers(0, 4_000), text=texts)
def test_table_of_items_with_something_in_it_never_breaks(place: int, text: str) -> None:
    table = items_csv(CONTENT.items[:6])
    read_csv(table[:place] + text + table[place:], {item.id: item for item in CONTENT.items})


@many
@given(text=texts, several=st.booleans())
def test_answers_are_read_or_refused(text: str, several: bool) -> None:
    for table in (text, f"id,answer\n1,{text}"):
        try:
            read_answers(table, several)
        except BadAnswersError as error:
            assert str(error)


@many
@given(json_values)
def test_rubric_is_read_or_refused(value: object) -> None:
    for text in (json.dumps(value), json.dumps({"question": "q", "key_points": value}), str(value)):
        try:
            read_rubrics(text)
        except BadRubricError as error:
            assert str(error)


@many
@given(params=st.dictionaries(st.sampled_from(["problem", "data-size", "style-prompting", "x"]) | texts, texts))
def test_address_of_the_guide_leads_somewhere(params: dict[str, str]) -> None:
    answers, _ = parse_answers(CONTENT.guide, params)
    graph = next(graph for graph in CONTENT.graphs if graph.id == CONTENT.guide.graph)
    assert walk(CONTENT.guide, graph, answers)


@many
@given(data=st.data())
def test_address_of_every_calculator_gives_inputs(data: st.DataObject) -> None:
    for calculator in calculators().values():
        names = st.sampled_from(sorted(calculator.inputs.model_fields)) | texts
        params = data.draw(st.dictionaries(names, texts, max_size=4))
        inputs, told = parse_address(calculator, params)
        assert isinstance(inputs, calculator.inputs)
        assert all(told)


@many
@given(kept=texts | st.lists(texts | texts.map("calc=cost&{}".format)).map(json.dumps))
def test_numbers_kept_for_a_record_are_of_calculators_or_left_out(kept: str) -> None:
    for params in read_kept_text(kept):
        parse_address(calculators()[params["calc"]], params)


@many
@given(text=texts)
def test_short_texts_of_addresses_and_headers_never_break(text: str) -> None:
    read_set(CONTENT, text)
    assert len(read_room_code(text)) <= 7
    assert learner_key(text, "only for tests") is None
    host = sound_host(text)
    assert host is None or not set(host) & set(" ;,'\"<>")


def test_content_with_a_byte_turned_loads_or_names_its_problems(tmp_path: Path) -> None:
    """Every 9,001st byte of every file becomes a quote, one at a time."""
    folder = copy_of_content(tmp_path)
    for path in sorted(folder.rglob("*.yaml"))[::6]:
        whole = path.read_bytes()
        for place in range(0, len(whole), 9_001):
            path.write_bytes(whole[:place] + b'"' + whole[place + 1 :])
            try:
                load_content(folder)
            except ContentError as error:
                assert all(str(problem) for problem in error.problems)
        path.write_bytes(whole)
