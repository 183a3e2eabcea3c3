"""The comparison of approaches: table, detail, plot, costs."""

import json
import re
from datetime import date

import pytest

from components import session
from core.content.models import Content
from tests.app.pages import data_of, html_of, opened


def test_the_table_holds_all_approaches_and_what_they_sort_by(content: Content) -> None:
    rows = data_of(opened("compare.py"), "approaches")["rows"]
    assert [row["id"] for row in rows] == [approach.id for approach in content.approaches]
    costs = [row["cells"][2]["rank"] for row in rows]
    assert costs == sorted(costs)


@pytest.mark.parametrize("approach", ["prompting", "prompt-stuffing", "rag", "fine-tuning", "pre-training"])
def test_a_row_opens_its_detail_with_basis_and_ways_onward(content: Content, approach: str) -> None:
    app = opened("compare.py", {"approach": approach})
    entry = content.approach_by_id[approach]
    drawn = html_of(app)
    assert f"<h2>{entry.title}</h2>" in drawn
    assert entry.basis[:60] in drawn
    told = re.findall('role="status"[^>]*>(.*?)</div>', drawn)
    assert any("Approach " in words and entry.title in words for words in told)
    links = [link.proto.label for link in app.get("page_link")]
    for outcome in content.guide.outcomes:
        assert (outcome.title in links) == (outcome.approach == approach)
    for pitfall in entry.pitfalls:
        assert content.pitfall_by_id[pitfall].title in links


def test_an_unknown_approach_is_ignored_with_a_word() -> None:
    app = opened("compare.py", {"approach": "magic"})
    assert "The first one is open" in app.warning[0].value
    assert "<h2>Prompting</h2>" in html_of(app)


def test_the_plot_has_log_axes_a_name_for_each_box_and_a_text(content: Content) -> None:
    figure = next(e for e in opened("compare.py").get("bidi_component") if e.key == "approach-plot")
    drawn = json.loads(figure.proto.json)
    spec = json.loads(drawn["light"])
    assert {trace["type"] for trace in spec["data"]} == {"scatter"}
    assert (spec["layout"]["xaxis"]["type"], spec["layout"]["yaxis"]["type"]) == ("log", "log")
    names = [note["text"].replace("<br>", " ") for note in spec["layout"]["annotations"]]
    assert names == [f"<b>{a.title}</b>" for a in content.approaches]
    dashes = [trace["line"]["dash"] for trace in spec["data"] if trace["mode"] == "lines"]
    symbols = {trace["marker"]["symbol"] for trace in spec["data"][3::2]}
    assert len(dashes) == 5
    assert len(symbols) == 4
    assert drawn["alt"].startswith("Cost against time to ship.")


def test_the_cost_table_holds_every_row_with_its_note(content: Content) -> None:
    rows = data_of(opened("compare.py"), "costs")["rows"]
    assert [row["id"] for row in rows] == [cost.id for cost in content.costs]
    assert all(row["cells"][4]["note"] for row in rows)
    assert [row["cells"][4]["rank"] for row in rows] == [10, 40, 80, 160, "last", 3, "last"]
    assert "as of February 2025," in data_of(opened("compare.py"), "costs")["caption"]


def test_number_of_cards_stays_on_the_line_of_the_card() -> None:
    hardware = [row["cells"][2]["text"] for row in data_of(opened("compare.py"), "costs")["rows"]]
    assert "4\xa0×\xa0A100 (80\xa0GB)" in hardware


@pytest.mark.parametrize(("day", "old"), [(date(2025, 3, 1), False), (date(2026, 12, 1), True)])
def test_costs_are_called_old_once_they_are(day: date, old: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "today", lambda: day)
    assert ("more than 90 days old" in data_of(opened("compare.py"), "costs")["caption"]) == old


def test_what_belongs_to_the_open_approach_stands_below_what_a_run_costs() -> None:
    drawn = html_of(opened("compare.py", {"approach": "rag"}))
    assert drawn.index("What a run costs") < drawn.index("Related to “RAG”")
