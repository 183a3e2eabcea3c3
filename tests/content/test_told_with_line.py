"""What `core check` prints of the mistakes of whoever writes a first question: the line, and what to do."""

from pathlib import Path

import pytest

from core.__main__ import main
from tests.content.broken import Edit, add, copy_of_content, replace, write

CARD = """\
- kind: flashcard
  id: new-card
  source: quick-fire
  node: fine-tuning
  claims: [lora-name]
  question: What is it?
  answer: That.
  explanation: Because.
"""
BANK = "items/quick-fire.yaml"
FIELDS = "the fields here are id, source, node, claims, question, explanation, hint, tags, kind, answer"
MISTAKES: dict[str, tuple[Edit, str, str]] = {
    "an id that reads as true": (
        add(BANK, CARD.replace("new-card", "True")),
        "id: True",
        "items/quick-fire.yaml › true › id: is not text; put it in quotes (line {line})",
    ),
    "an id left empty": (
        add(BANK, CARD.replace("new-card", "")),
        "id: \n",
        "items/quick-fire.yaml › (no id) › id: is empty; write it (line {line})",
    ),
    "an entry that was only begun": (
        add(BANK, "-\n"),
        "-\n",
        "items/quick-fire.yaml › - › the file: holds a dash with nothing behind it; write '- id: …', or remove the "
        "dash",
    ),
    "a field like no other": (
        add(BANK, f"{CARD}  difficulty: hard\n"),
        "difficulty: hard",
        "items/quick-fire.yaml › new-card › difficulty: is not a known field; remove it, or correct its spelling "
        f"(line {{line}}; {FIELDS})",
    ),
    "an item among the claims": (
        add("claims/stages.yaml", CARD),
        "kind: flashcard",
        "claims/stages.yaml › new-card › kind: is that of an item; move the entry to a file in items/ (line {line})",
    ),
    "the mark of what is right misspelt": (
        replace("items/sft.yaml", "      correct: true\n", "      corect: true\n"),
        "corect: true",
        "items/sft.yaml › one-in-ten-is-curt › options.alike.corect: is not a known field; did you mean correct? "
        "(line {line})",
    ),
    "thousands with points, as German writes them": (
        replace("costs.yaml", "{low: 2, high: 8, unit: hours}", "{low: 2, high: 8.000.000, unit: hours}"),
        "8.000.000",
        "costs.yaml › lora-7b › time.high: is not a number; leave out the points between its thousands (line {line})",
    ),
    "thousands with a comma": (
        replace("costs.yaml", "{low: 2, high: 8, unit: hours}", "{low: 2, high: 8,000, unit: hours}"),
        "8,000",
        "costs.yaml › lora-7b › time.000: is not a known field; write the number before it without a comma between its "
        "thousands (line {line})",
    ),
    "a decimal comma between braces": (
        replace("costs.yaml", "{low: 2, high: 8, unit: hours}", "{low: 2, high: 8,5, unit: hours}"),
        "8,5",
        "costs.yaml › lora-7b › time.5: is not a known field; write the number before it with a point instead of the "
        "decimal comma (line {line})",
    ),
    "a range as texts write it": (
        replace("costs.yaml", "{low: 2, high: 8, unit: hours}", "{low: 2–8, unit: hours}"),
        "2–8, unit",
        "costs.yaml › lora-7b › time.low: is a range; write its lower end here, and its upper end as high "
        "(line {line})",
    ),
    "a range where there is one number": (
        replace("agendas.yaml", "seconds: 45", "seconds: 30-45"),
        "30-45",
        "agendas.yaml › workshop-45 › steps.lab-lazy.seconds: is a range, and has to be one number (line {line})",
    ),
    "a comma in a text without quotes": (
        replace(
            "guide.yaml", "      - id: fits\n", "      - {id: more, label: Yes, I do, why: It is.}\n      - id: fits\n"
        ),
        "Yes, I do",
        "guide.yaml › guide › questions.data-size.options.more.I do: is not a known field; a comma ends the text "
        "before it: put that text in quotes (line {line})",
    ),
    "a comma in a German text without quotes": (
        replace("de/graphs/decision.yaml", '"Wie viele Daten?"', "Wie viele, oder wie wenige Daten?"),
        "oder wie wenige",
        "de/graphs/decision.yaml › decision › nodes.data-size.oder wie wenige Daten?: is not text that can be "
        "translated; a comma ends the text before it: put that text in quotes (line {line})",
    ),
    "a misspelt field of a table": (
        replace("reference/gpu-specs.yaml", "memory_gb:", "memory_gbs:"),
        "memory_gbs:",
        "reference/gpu-specs.yaml › a100-40gb-sxm › memory_gbs: is not a known field; did you mean memory_gb? "
        "(line {line})",
    ),
    "a unit in a table": (
        replace("reference/gpu-specs.yaml", "memory_gb: ", "memory_gb: GB "),
        "memory_gb: GB",
        "reference/gpu-specs.yaml › a100-40gb-sxm › memory_gb: is not a number; write digits, without a unit "
        "(line {line})",
    ),
    "an id that English has not": (
        write("de/items/more.yaml", "# new\n- id: new-card\n  question: Was?\n"),
        "id: new-card",
        "de/items/more.yaml › new-card › id: is not in the English content; give each entry the id that it has in "
        "English (line {line})",
    ),
    "a German entry in the file of another kind": (
        write("de/pitfalls.yaml", "- id: lora\n  title: LoRA\n"),
        "id: lora",
        "de/pitfalls.yaml › lora › id: is that of one of the terms; move the entry to de/terms (line {line})",
    ),
    "a German entry without an id": (
        write("de/pitfalls.yaml", "- title: LoRA\n"),
        "title: LoRA",
        "de/pitfalls.yaml › (no id) › id: is missing; add the id that the entry has in English (line {line})",
    ),
    "German ids as fields": (
        write("de/pitfalls.yaml", "ceiling:\n  title: LoRA\n"),
        "ceiling:",
        "de/pitfalls.yaml › - › the file: must be a list; start each entry with '- id: …'",
    ),
    "a misspelt folder of German": (
        lambda folder: (folder / "de/lessons").rename(folder / "de/lesson"),
        "id:",
        "de/lesson/pitfalls.yaml › - › the file: matches no kind of content; rename it; did you mean lessons?",
    ),
    "a name that an editor made longer": (
        write("items/more.yaml.txt", CARD),
        "kind: flashcard",
        "items/more.yaml.txt › - › the file: is not read; end its name in .yaml",
    ),
    "a translation without entries": (
        write("de/items/more.yaml", "# later\n"),
        "# later",
        "de/items/more.yaml › - › the file: is empty; write its entries, or delete the file",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_is_told_with_its_line_and_what_to_do(
    mistake: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit, words, expected = MISTAKES[mistake]
    copy = copy_of_content(tmp_path)
    edit(copy)
    assert main(["check", str(copy)]) == 1
    file = copy / expected.split(" › ")[0]
    line = file.read_text(encoding="utf-8").partition(words)[0].count("\n") + 1
    assert expected.format(line=line) in capsys.readouterr().out.splitlines()


def test_letters_of_another_encoding_are_told_with_their_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = copy_of_content(tmp_path)
    write("items/more.yaml", CARD.replace("That.", "Das wäre es.").encode("latin-1"))(copy)
    assert main(["check", str(copy)]) == 1
    told = "items/more.yaml › - › the file: is not UTF-8 text; save it as UTF-8 (line 7)"
    assert told in capsys.readouterr().out.splitlines()
