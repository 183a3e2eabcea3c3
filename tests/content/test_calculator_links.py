"""Every link of content that opens a calculator says values that the calculator takes and can compute."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from core.__main__ import main
from core.calculator_page.link_checks import link_findings
from core.calculator_page.opened import open_address
from core.calculators.address import address
from core.calculators.model import Unit
from core.calculators.registry import calculators
from core.content.agendas import ShowStep
from core.content.graphs import Outcome
from core.content.lab import LabStation
from core.content.lessons import Link, Stage
from core.content.loader import OWN_DIRECTORY, load_content
from core.content.pages import Page
from core.content.reference_loader import load_reference
from tests.content.broken import Edit, copy_of_content, replace

REFERENCE = load_reference(OWN_DIRECTORY / "reference")
CONTENT = load_content()
OF_A_CASE = (*CONTENT.stages, *CONTENT.guide.outcomes)


def _links(entries: Iterable[Stage | Outcome | LabStation]) -> list[object]:
    found = [(entry.id, link) for entry in entries for link in entry.links if link.page is Page.CALCULATORS]
    return [pytest.param(link, id=f"{entry_id}-{link.params.get('calc')}") for entry_id, link in found]


@pytest.mark.parametrize("link", _links(OF_A_CASE))
def test_link_to_a_calculator_opens_it_with_its_values(link: Link) -> None:
    calculator = calculators()[link.params["calc"]]
    given = {name: value for name, value in link.params.items() if name != "calc"}
    assert set(given) <= set(calculator.inputs.model_fields)
    opened = open_address(calculator, link.params, REFERENCE)
    assert opened.words == ()
    kept = address(calculator, opened.inputs)
    defaults = {name: str(getattr(calculator.inputs(), name)) for name in given}
    assert {name: value for name, value in given.items() if kept.get(name, defaults[name]) != value} == {}


@pytest.mark.parametrize("link", _links(OF_A_CASE))
def test_link_to_a_calculator_brings_at_least_one_value(link: Link) -> None:
    assert len(link.params) > 1


@pytest.mark.parametrize("link", _links((*OF_A_CASE, *CONTENT.lab)))
def test_link_that_speaks_of_cost_opens_a_calculator_that_answers_in_dollars(link: Link) -> None:
    if re.search(r"\bcosts?\b", link.label):
        opened = open_address(calculators()[link.params["calc"]], link.params, REFERENCE)
        assert Unit.USD in {quantity.unit for quantity in opened.result.quantities}


def test_fine_tuning_leads_to_the_chapters_claim_that_qlora_fits_70b_on_one_gpu() -> None:
    (link,) = (x for x in CONTENT.stage_by_id["fine-tuning"].links if x.params.get("calc") == "memory")
    opened = open_address(calculators()["memory"], link.params, REFERENCE)
    assert opened.inputs.model_dump()["method"] == "qlora"
    assert opened.result.value("peak_memory_gib") < 77


def test_every_calculator_of_training_is_named_by_a_step_of_the_pipeline() -> None:
    named = {link.params.get("calc") for stage in CONTENT.stages for link in stage.links}
    assert {"memory", "cost", "labelling", "pretraining", "break-even", "serving"} <= named


CALCULATOR = "{page: calculators, label: What would that many tokens cost?, params: {calc: pretraining, "
AT_STAGE = "stages.yaml › raw-text › links.2.params: "
WRONG: dict[str, tuple[Edit, str]] = {
    "calculator": (
        replace("stages.yaml", CALCULATOR, CALCULATOR.replace("pretraining", "pretrainin")),
        f"{AT_STAGE}'pretrainin' is not among the calculators; did you mean pretraining?",
    ),
    "input": (
        replace("stages.yaml", CALCULATOR, f'{CALCULATOR}tokens: "15", '),
        f"{AT_STAGE}its inputs are refused: “tokens” is not an input; did you mean tokens_t?",
    ),
    "step": (
        replace(
            "stages.yaml", "{page: fine-tuning, label: What this", "{page: pipeline, params: {step: sftt}, label: What"
        ),
        "stages.yaml › raw-text › links.1.params: 'sftt' is not among the stages; did you mean sft?",
    ),
}


@pytest.mark.parametrize("part", WRONG)
def test_check_names_what_a_link_carries_and_its_page_does_not_know(
    part: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit, told = WRONG[part]
    copy = copy_of_content(tmp_path)
    edit(copy)
    assert main(["check", str(copy)]) == 1
    assert any(line.startswith(f"{told} (line ") for line in capsys.readouterr().out.splitlines())


def test_links_of_every_kind_of_entry_are_looked_at() -> None:
    lost = Link(page=Page.PIPELINE, label="There", params={"step": "nowhere"})
    stage, station = CONTENT.stages[0].model_copy(update={"links": (lost,)}), CONTENT.lab[0]
    outcome, agenda = CONTENT.guide.outcomes[0], CONTENT.agendas[0]
    shown = next(step for step in agenda.steps if isinstance(step, ShowStep))
    content = CONTENT.model_copy(
        update={
            "stages": (stage,),
            "lab": (station.model_copy(update={"links": (lost,)}),),
            "guide": CONTENT.guide.model_copy(update={"outcomes": (outcome.model_copy(update={"links": (lost,)}),)}),
            "agendas": (agenda.model_copy(update={"steps": (shown.model_copy(update={"links": (lost,)}),)}),),
        }
    )
    assert [(kind, field) for kind, _, field, _ in link_findings(content, REFERENCE)] == [
        ("stages", "links.1.params"),
        ("lab", "links.1.params"),
        ("guide", f"outcomes.{outcome.id}.links.1.params"),
        ("agendas", f"steps.{shown.id}.links.1.params"),
    ]
