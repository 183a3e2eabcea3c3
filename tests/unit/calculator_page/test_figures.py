"""What figures say and hold, for every calculator; and their Plotly and SVG forms."""

import itertools
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from core.calculator_page.figure import Bar, Bars, Lines, Points, Stack
from core.calculator_page.figures import figures_of
from core.calculator_page.layout import layout_of
from core.calculator_page.opened import open_address
from core.calculator_page.plotly_frame import colours_of
from core.calculator_page.plotly_spec import plotly_spec
from core.calculators.registry import calculators
from core.content.reference import Reference
from core.export.figure_svg import figure_svg
from core.language.in_force import speaking

FOUND = calculators()
DRAWN = {"bar", "scatter"}
"""What the part of Plotly that browsers get can draw."""

each = pytest.mark.parametrize("name", FOUND)


def figures(reference: Reference, name: str, **inputs: str) -> tuple[Any, ...]:
    return figures_of(open_address(FOUND[name], inputs, reference), reference)


@each
def test_every_calculator_has_a_figure_with_a_finding_and_a_table(name: str, reference: Reference) -> None:
    for figure in figures(reference, name, **layout_of(FOUND[name]).preset):
        assert figure.alt.endswith(".")
        assert figure.alt.count(". ") == 0
        head, *rows = figure.rows
        assert rows
        assert all(len(row) == len(head) for row in rows)


def test_an_abbreviation_keeps_its_letters_within_the_finding(reference: Reference) -> None:
    small = {"queries_per_month": "10", "knowledge_tokens": "5000", "vector_db_usd_per_month": "0"}
    assert "; RAG passes Stuffing in month 3.1." in figures(reference, "break-even", **small)[0].alt


@each
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_plotly_takes_the_figure(name: str, dark: bool, reference: Reference) -> None:
    import plotly.graph_objects as go  # noqa: PLC0415 - heavy, and only here

    for figure in figures(reference, name):
        spec = plotly_spec(figure, colours_of(dark))
        assert go.Figure(spec).data
        assert {trace["type"] for trace in spec["data"]} <= DRAWN
        assert not spec["layout"]["showlegend"]


@each
def test_svg_is_well_formed_and_says_its_finding(name: str, reference: Reference) -> None:
    for figure in figures(reference, name):
        root = ET.fromstring(figure_svg(figure, "A <title> & more"))
        assert root.find("{*}title").text == "A <title> & more"  # type: ignore[union-attr]
        assert root.find("{*}desc").text == figure.alt  # type: ignore[union-attr]
        width, height = (float(root.get(side, "0")) for side in ("width", "height"))
        for rect in root.iter("{http://www.w3.org/2000/svg}rect"):
            assert 0 <= float(rect.get("x", 0)) <= width
            assert float(rect.get("y", 0)) <= height


def test_memory_figure_names_what_fits(reference: Reference) -> None:
    (stack,) = figures(reference, "memory", model="Llama-3.1-70B", method="qlora", gpu="A100-80GB")
    assert isinstance(stack, Stack)
    assert stack.alt == "Training takes 55.2 GiB, 79 % of it base weights; it fits A100 80GB."
    assert [limit.label for limit in stack.limits] == ["A10G 24GB", "A100 40GB", "A100 80GB"]
    assert sum(part.value for part in stack.parts) == pytest.approx(55.2, abs=0.1)


def test_memory_figure_draws_the_chosen_gpu_too(reference: Reference) -> None:
    (stack,) = figures(reference, "memory", gpu="H200")
    assert [limit.label for limit in stack.limits][-1] == "H200"


def test_dot_near_a_limit_is_drawn_over_its_line(reference: Reference) -> None:
    bars = figures(reference, "break-even")[1]
    traces = plotly_spec(bars, colours_of(False))["data"]
    lines = [place for place, one in enumerate(traces) if one.get("mode") == "lines"]
    dots = [place for place, one in enumerate(traces) if one.get("mode") == "markers"]
    assert len(lines) == 2 and traces[lines[0]]["x"] == [bars.limit.value] * 2
    assert len(dots) == 2 and min(dots) > max(lines)


def test_dot_near_a_limit_is_drawn_over_its_line_in_a_file_too(reference: Reference) -> None:
    drawn = list(ET.fromstring(figure_svg(figures(reference, "break-even")[1], "T")).iter())
    circles = [place for place, one in enumerate(drawn) if one.tag.endswith("circle")]
    limit = next(place for place, one in enumerate(drawn) if one.text == "budget 500 ms")
    assert len(circles) == 2 and min(circles) > limit


def test_memory_figure_of_thousands_of_gib_can_be_read(reference: Reference) -> None:
    (stack,) = figures(reference, "memory", model="Llama-3.1-405B", method="full", seq_len="100000", micro_batch="64")
    assert "takes 37,579.8 GiB" in stack.alt and ("Activations", "24,609.38") in stack.rows
    layout = plotly_spec(stack, colours_of(False))["layout"]
    gpus = [one for one in layout["annotations"] if str(one["text"]).startswith("A10")]
    assert [one["xanchor"] for one in gpus] == ["left"] * 3


def test_memory_figure_lists_the_gpus_that_fit(reference: Reference) -> None:
    (stack,) = figures(reference, "memory")
    assert stack.alt.endswith("it fits A10G 24GB, A100 40GB and A100 80GB.")


def test_table_of_curves_tells_one_month_from_the_next(reference: Reference) -> None:
    curves, _ = figures(reference, "break-even")
    tuned = [row[3] for row in curves.rows[1:]]
    assert tuned[0] == "$12,522" and len(set(tuned)) == len(tuned)


@pytest.mark.parametrize("gpu", ["", "H200", "RTX 4090"])
def test_names_of_the_gpus_do_not_touch_on_the_narrowest_phone(gpu: str, reference: Reference) -> None:
    (stack,) = figures(reference, "memory", gpu=gpu)
    layout = plotly_spec(stack, colours_of(False))["layout"]
    width = layout["xaxis"]["range"][1]
    rows: dict[float, list[tuple[float, float]]] = {}
    for one in layout["annotations"]:
        size = len(one["text"]) * 7 / 278 * width
        start = one["x"] - (size if one["xanchor"] == "right" else size / 2)
        rows.setdefault(one["y"], []).append((start, start + size))
        assert one["y"] <= layout["yaxis"]["range"][1]
    for spans in rows.values():
        assert all(before[1] < after[0] for before, after in itertools.pairwise(sorted(spans)))


def test_finding_is_all_german_in_german(reference: Reference) -> None:
    with speaking("de"):
        (plain,), (runs,) = figures(reference, "cost", chapter_row="lora-7b"), figures(reference, "pretraining")
    assert plain.alt.startswith("Das Kapitel sagt 10–40")
    assert runs.rows[0][1:3] == ("Operationen", "GPU-Stunden")


def test_chapters_row_is_drawn_once_while_nothing_is_changed(reference: Reference) -> None:
    (plain,) = figures(reference, "cost", chapter_row="lora-7b")
    (changed,) = figures(reference, "cost", chapter_row="lora-7b", usd_per_gpu_hour="1")
    assert [bar.label for bar in plain.bars] == ["Chapter: LoRA, 7B params", "At June 2025 rents"]
    assert [bar.words("usd") for bar in changed.bars][:2] == ["$2–8", "$10–40"]


def test_labels_stand_beside_compute(reference: Reference) -> None:
    (bars,) = figures(reference, "labelling")
    assert bars.alt == "Labels cost $12,500, 312.5 times the compute."
    assert figures(reference, "labelling", compute_usd="0")[0].alt.endswith("with no compute to pay for.")


def test_crossings_are_marked_with_month(reference: Reference) -> None:
    curves, latency = figures(reference, "break-even", labels_usd="200", months="12")
    assert isinstance(curves, Lines)
    assert [mark.words for mark in curves.marks] == [
        "Fine-tuned passes Stuffing in month 0.7",
        "Fine-tuned passes RAG in month 3.2",
    ]
    assert latency.limit.value == 500
    assert latency.alt == "With a budget of 500 ms to the first token, Stuffing and RAG take longer."


def test_curves_that_never_cross_say_so(reference: Reference) -> None:
    curves, _ = figures(reference, "break-even")
    assert curves.marks == ()
    assert "no curve that starts dearer catches up" in curves.alt


def test_own_run_stands_among_published_ones(reference: Reference) -> None:
    (points,) = figures(reference, "pretraining", model="Llama-2-7B", tokens_t="2", gpu="A100")
    assert isinstance(points, Points)
    assert [p.label for p in points.points if p.own] == ["Yours: Llama-2-7B"]
    assert "Llama-2-7B, took 184K" in points.alt
    name = plotly_spec(points, colours_of(False))["layout"]["annotations"][-1]
    assert name["text"] == "<b>Yours:<br>Llama-2-7B</b>", "in one line a phone cuts it off at the edge of the plot"


def test_exponents_of_an_axis_are_as_large_as_other_small_words(reference: Reference) -> None:
    (figure,) = figures(reference, "pretraining", model="Llama-3.1-405B", tokens_t="15.6")
    ticks = plotly_spec(figure, colours_of(dark=False))["layout"]["xaxis"]["ticktext"]
    assert ticks[0] == '10<sup><span style="font-size: 12px">22</span></sup>'


def test_bar_without_a_middle_says_only_its_range() -> None:
    assert Bar("a", 25, 10, 40, middle=False).words("usd") == "$10–40"
    assert Bar("a", 25, 10, 40).words("usd") == "$25 ($10–40)"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "3,018 tokens/s (1,962–4,376)"), ("de", "3.018\xa0Token/s (1.962–4.376)")]
)
def test_range_beside_a_number_does_not_repeat_its_unit(language: str, words: str) -> None:
    with speaking(language):
        assert Bar("a", 3018, 1962, 4376).words("tokens/s") == words


def test_bars_of_nothing_can_be_drawn() -> None:
    bars = Bars("none", "Nothing.", "usd", (Bar("a", 0.0),))
    assert plotly_spec(bars, colours_of(False))["data"]
    assert "<svg" in figure_svg(bars, "Nothing")


def test_line_of_a_limit_cuts_no_words(reference: Reference) -> None:
    bars = figures(reference, "break-even")[1]
    words = plotly_spec(bars, colours_of(False))["layout"]["annotations"][:3]
    assert [(one["x"], one["xref"], one["xshift"]) for one in words] == [(500, "x", 7)] * 3
    far = plotly_spec(figures(reference, "break-even", budget_ms="5000")[1], colours_of(False))["layout"]
    assert [(one["x"], one["xref"]) for one in far["annotations"][:3]] == [(0, "paper")] * 3


def test_every_crossing_has_its_words_above_it(reference: Reference) -> None:
    curves, _ = figures(reference, "break-even", labels_usd="200", months="12")
    layout = plotly_spec(curves, colours_of(False))["layout"]
    words = [one for one in layout["annotations"] if str(one["text"]).startswith("month")]
    assert [(one["text"], one["x"]) for one in words] == [(mark.short, mark.x) for mark in curves.marks]
    assert len(words) == 2 and [one["x0"] for one in layout["shapes"]] == [mark.x for mark in curves.marks]
    clear = layout["yaxis"]["ticklen"]
    assert clear >= 9, "a dot at the first month, 9 px from its middle to its edge, would lie on $0"


def test_ink_is_what_is_the_readers_own_in_every_calculator(reference: Reference) -> None:
    assert figures(reference, "cost")[0].bars[0].category == ""
    for name in ("cost", "labelling", "lora-params", "throughput"):
        (bars,) = figures(reference, name)
        colours = colours_of(False)
        drawn = [one["marker"]["color"] for one in plotly_spec(bars, colours)["data"] if one["type"] == "bar"]
        assert drawn == [colours["ink" if bar.own else "line-strong"] for bar in bars.bars]
        assert bars.bars[0].own


def test_one_target_module_is_not_counted_in_the_plural(reference: Reference) -> None:
    (bars,) = figures(reference, "lora-params", target_modules="q_proj")
    assert bars.alt == "q_proj alone trains 2.8M parameters."


@pytest.mark.parametrize("name", ["memory", "serving"])
def test_gpu_that_the_table_does_not_have_leaves_the_figure_standing(name: str, reference: Reference) -> None:
    (unknown,) = figures(reference, name, gpu="tea")
    assert [limit.label for limit in unknown.limits] == ["A10G 24GB", "A100 40GB", "A100 80GB"]
    (own,) = figures(reference, name, gpu="Arc 16GB")
    assert own.limits[0].label == "16 GB"
    assert own.limits[0].value == pytest.approx(15.02)
    assert "16 GB" in figure_svg(own, "T")
