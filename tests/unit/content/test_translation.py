"""A translation over content: what it says, what stays English, and every way to get it wrong."""

from pathlib import Path

import pytest

from core.content.choice_items import MultipleChoice
from core.content.graphs import Graph
from core.content.models import Content
from core.content.problems import ContentError
from core.content.translation_checks import untranslated
from core.content.translation_loader import load_languages, load_translation
from core.quiz.answers import Typed
from core.quiz.marking import mark
from tests.content.broken import copy_of_content
from tests.read_once import load_content

CEILING = """- id: ceiling
  title: Das Basismodell kann es nicht
  text: Das Pre-Training setzt die Decke.
  instead: Probiere ein stärkeres.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content in English alone, with room for a translation."""
    copy = copy_of_content(tmp_path)
    for path in (copy / "de").rglob("*.yaml"):
        path.unlink()
    return copy


def _translated(folder: Path, content: Content, **files: str) -> Content:
    for name, text in files.items():
        path = folder / "de" / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_translation(content, "de", folder)


def _problems(folder: Path, content: Content, **files: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        _translated(folder, content, **files)
    return [str(problem) for problem in caught.value.problems]


def test_what_is_translated_is_said_and_the_rest_stays_english(folder: Path, content: Content) -> None:
    german = _translated(folder, content, pitfalls=CEILING)
    ceiling, rank = german.pitfall_by_id["ceiling"], german.pitfall_by_id["rank"]
    assert (ceiling.title, ceiling.claims) == (
        "Das Basismodell kann es nicht",
        content.pitfall_by_id["ceiling"].claims,
    )
    assert rank == content.pitfall_by_id["rank"]
    assert (german.is_translated(ceiling), german.is_translated(rank)) == (True, False)


def test_in_english_everything_is_translated(content: Content) -> None:
    assert all(content.is_translated(pitfall) for pitfall in content.pitfalls)


def test_a_part_with_an_id_is_translated_by_itself(folder: Path, content: Content) -> None:
    text = "- id: pitfalls\n  title: Fallstricke\n  lede: Vier Gründe.\n"
    block = "  blocks:\n    - id: too-early\n      heading: Zu früh\n      text: Die meisten.\n"
    lesson = _translated(folder, content, lessons__pitfalls=text + block)
    blocks = {one.id: one for one in lesson.lesson_by_id["pitfalls"].blocks}
    assert blocks["too-early"].heading == "Zu früh"
    assert lesson.is_translated(blocks["too-early"])
    assert not lesson.is_translated(blocks["two-scores"])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (CEILING.replace("id: ceiling", "id: cieling"), "cieling › id: is not in the English content; did you mean"),
        (CEILING.replace("instead:", "insted:"), "insted: is not text that can be translated; did you mean instead?"),
        (CEILING + "  node: rag\n", "node: is not text that can be translated; remove it"),
        (CEILING + "  source: costs\n", "source: is not text that can be translated; remove it"),
        (CEILING.replace("  instead: Probiere ein stärkeres.\n", ""), "instead: is missing; translate an entry whole"),
        (CEILING.replace("Das Basismodell kann es nicht", "12"), "title: is not text; put it in quotes"),
        ("- id: ceiling\n  title: ''\n  text: a\n  instead: b\n", "title: is empty; write it"),
    ],
    ids=["unknown id", "misspelt", "no text", "source", "not whole", "number", "empty"],
)
def test_a_wrong_translation_says_where_and_what(folder: Path, content: Content, text: str, problem: str) -> None:
    (found,) = [line for line in _problems(folder, content, pitfalls=text) if problem in line]
    assert found.startswith("de/pitfalls.yaml › ")


def test_a_list_needs_as_many_entries_as_in_english(folder: Path, content: Content) -> None:
    text = "id: chapter\ntitle: Kapitel\ntldr: [Nur einer]\n"
    assert "de/chapter.yaml › chapter › tldr: has 1 entries where English has 2" in _problems(
        folder, content, chapter=text
    )


def test_a_file_of_no_kind_and_a_broken_one_are_named(folder: Path, content: Content) -> None:
    found = _problems(folder, content, pitfals="- id: a\n", pitfalls="- id: [\n")
    assert "de/pitfals.yaml › - › the file: matches no kind of content; rename it" in found
    assert any(line.startswith("de/pitfalls.yaml › - › the file: ") for line in found)


def test_a_file_of_words_alone_is_told_to_be_a_list(folder: Path, content: Content) -> None:
    (found,) = _problems(folder, content, pitfalls="Fallen\n")
    assert found == "de/pitfalls.yaml › - › the file: must be a list; start each entry with '- id: …'"


def test_the_quotation_stays_the_chapters(content: Content) -> None:
    assert load_translation(load_content(), "de").chapter.quotation == content.chapter.quotation


DECISION = """- id: decision
  title: Prompt, Retrieval oder Fine-Tuning
  description: Das Flussdiagramm des Kapitels.
  nodes:
    - {id: data-size, label: Wie viele Daten?}
  edges:
    - {id: data-size>rag, label: Zu viele}
"""
GUIDE = """- id: guide
  title: Die Entscheidung
  description: Mit Fragen von uns.
  edges:
    - {id: data-size>retrieval-time, label: Zu viele}
"""


def test_labels_of_a_graph_are_translated_and_those_of_one_that_extends_it_with_them(
    folder: Path, content: Content
) -> None:
    german = _translated(folder, content, graphs=DECISION + GUIDE)
    for graph_id in ("decision", "guide"):
        assert german.graph_by_id[graph_id].node("data-size").label == "Wie viele Daten?"
        assert german.graph_by_id[graph_id].node("problem").label == "What's the problem?"
    labels = {graph.id: {edge.id: edge.label for edge in graph.edges} for graph in german.graphs}
    assert labels["decision"]["data-size>rag"] == "Zu viele"
    assert labels["guide"]["data-size>retrieval-time"] == "Zu viele"
    left = set(untranslated(german))
    assert ("graphs", "guide.problem") in left and ("graphs", "guide.data-size") not in left
    assert ("graphs", "decision.need>problem") not in left, "there is nothing on that edge"
    assert content.graph_by_id["decision"].node("data-size").label == "How much data?"


def test_an_edge_that_is_not_in_the_graph_is_named(folder: Path, content: Content) -> None:
    found = _problems(folder, content, graphs=DECISION.replace("size>rag", "size>tea"))
    assert any(line.startswith("de/graphs.yaml › decision › edges.data-size>tea: is not in English") for line in found)


@pytest.mark.parametrize("graph", load_content().graphs, ids=lambda graph: graph.id)
def test_a_label_has_as_many_lines_in_german(graph: Graph) -> None:
    german = load_translation(load_content(), "de").graph_by_id[graph.id]
    assert [len(node.lines) for node in german.nodes] == [len(node.lines) for node in graph.nodes]


SAMPLE = """- id: before-an-sft-run
  question: Was gehört in einen eigenen SFT-Lauf?
  options:
    - {id: base, text: Ein vortrainiertes Modell, why: Es wird angepasst.}
    - {id: reward, text: Ein Reward-Modell, why: Das ist RLHF.}
    - {id: verdicts, text: Urteile zu Paaren, why: Das sind Präferenzen.}
    - {id: pairs, text: Eingaben mit Ausgaben, why: Das sind Deine Daten.}
    - {id: trillions, text: Billionen Token, why: Das las das Pre-Training.}
  explanation: Deine Daten und ein vortrainiertes Modell.
"""
OVERFITTING = """- id: perfect-on-training-poor-on-real
  question: Wie heißt das?
  answer: Überanpassung
  variants: [überangepasst]
  near_misses:
    - {texts: [Vergessen], why: Es hat nichts verlernt.}
    - {why: Die Anfragen sind dieselben.}
    - {why: Es ist nichts durchgesickert.}
    - {texts: [Auswendiglernen], why: Das ist die Hälfte.}
  explanation: Zu wenige Beispiele.
  hint: Was kann es zu gut?
"""


def test_an_item_is_translated_with_all_its_options(folder: Path, content: Content) -> None:
    german = _translated(folder, content, items__sft=SAMPLE)
    item = german.item_by_id["before-an-sft-run"]
    assert isinstance(item, MultipleChoice)
    assert [one.text for one in item.options][:2] == ["Ein vortrainiertes Modell", "Ein Reward-Modell"]
    without = SAMPLE.replace("    - {id: reward, text: Ein Reward-Modell, why: Das ist RLHF.}\n", "")
    found = _problems(folder, content, items__sft=without)
    assert found == [
        "de/items/sft.yaml › before-an-sft-run › options.reward: is missing; translate an entry whole",
    ]


def test_an_option_that_stands_out_by_its_length_is_found_in_a_translation(folder: Path, content: Content) -> None:
    long = SAMPLE.replace("Ein vortrainiertes Modell", "Ein Modell nach einem sehr langen Pre-Training")
    long = long.replace("Eingaben mit Ausgaben", "Eingaben mit ihrer jeweils gewünschten Ausgabe")
    assert _problems(folder, content, items__sft=long) == [
        "de/items/sft.yaml › before-an-sft-run › options: the right answer has 46 letters and the longest wrong one "
        "17; bring them closer"
    ]


def test_a_value_that_is_no_text_may_be_repeated_and_not_changed(folder: Path, content: Content) -> None:
    assert _translated(folder, content, pitfalls=CEILING + "  kind: goes-wrong\n")
    assert _problems(folder, content, pitfalls=CEILING + "  kind: hold-back\n")


def test_an_entry_stands_in_one_file(folder: Path, content: Content) -> None:
    found = _problems(folder, content, items__one=SAMPLE, items__two=SAMPLE)
    assert found == ["de/items/two.yaml › before-an-sft-run › id: is already translated in de/items/one.yaml; keep one"]


def test_a_wording_that_is_right_in_one_language_and_a_near_miss_in_another_is_told_with_its_file(folder: Path) -> None:
    (folder / "de" / "items").mkdir(parents=True, exist_ok=True)
    doubled = OVERFITTING.replace("[Vergessen]", "[overfitting]")
    (folder / "de" / "items" / "own.yaml").write_text(doubled, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_languages(folder)
    assert [str(problem) for problem in caught.value.problems] == [
        "de/items/own.yaml › perfect-on-training-poor-on-real › the entry: the wording 'overfitting' stands in two "
        "places, counting every language; keep one"
    ]


def test_what_is_right_in_one_language_is_right_in_the_other(folder: Path, content: Content) -> None:
    (folder / "de" / "items").mkdir(parents=True, exist_ok=True)
    (folder / "de" / "items" / "pitfalls.yaml").write_text(OVERFITTING, encoding="utf-8")
    both = [one.item_by_id["perfect-on-training-poor-on-real"] for one in load_languages(folder).values()]
    assert [item.question for item in both] == [
        content.item_by_id["perfect-on-training-poor-on-real"].question,
        "Wie heißt das?",
    ]
    for text, score in (("Overfitting", 1), ("die Überanpassung", 1), ("ueberangepasst", 1), ("das Vergessen", 0)):
        found = [mark(item, Typed(text=text)) for item in both]
        assert [one.score for one in found] == [score, score], text
        assert found[0].misconceptions == found[1].misconceptions


def test_a_word_that_is_right_here_and_wrong_there_is_refused(folder: Path, content: Content) -> None:
    (folder / "de" / "items").mkdir(parents=True, exist_ok=True)
    wrong = OVERFITTING.replace("[überangepasst]", "[data leakage]")
    (folder / "de" / "items" / "pitfalls.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(ContentError, match=r"perfect-on-training-poor-on-real › .* 'data leakage' appears twice"):
        load_languages(folder)


def test_own_german_says_what_the_first_pages_show(content: Content) -> None:
    german = load_translation(content, "de")
    shown = [*german.stages, *german.approaches, *german.pitfalls, *german.guide.questions, *german.guide.outcomes]
    shown += [*german.terms, *german.costs, *(block for lesson in german.lessons for block in lesson.blocks)]
    assert [one.id for one in shown if not german.is_translated(one)] == [], "write these in content/de"
