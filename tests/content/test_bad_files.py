"""One bad file for each rule of reading, and the exact sentence that its author gets."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.content.loader import load_content
from core.content.problems import ContentError
from core.content.yaml_text import MAX_BYTES
from tests.content.broken import Edit, add, copy_of_content, problems_after, remove, replace, write

CLAIM = "- id: a-claim\n  text: A sentence.\n  source: tldr\n"
NOT_YAML = "put text that holds ': ' or '#', or starts with a special character, in quotes, and check the indentation"

FILES: dict[str, tuple[Edit, list[str]]] = {
    "empty": (
        write("costs.yaml", ""),
        ["costs.yaml › - › the file: is empty; write its entries, or delete the file"],
    ),
    "only a comment": (
        write("costs.yaml", "# later\n"),
        ["costs.yaml › - › the file: is empty; write its entries, or delete the file"],
    ),
    "missing": (
        remove("costs.yaml"),
        ["costs.yaml › - › the file: is missing; write costs.yaml, or files in a folder costs/"],
    ),
    "missing single": (
        remove("guide.yaml"),
        ["guide.yaml › - › the file: is missing; write guide.yaml, or files in a folder guide/"],
    ),
    "huge": (
        write("costs.yaml", b"#" * (MAX_BYTES + 1)),
        ["costs.yaml › - › the file: is larger than 20 MB; split it into several files"],
    ),
    "cyclic alias": (
        write("costs.yaml", "- &a\n  id: x\n  again: *a\n"),
        [
            "costs.yaml › - › the file: line 1: uses an anchor (&) or alias (*); "
            "write the value out, or put it in quotes"
        ],
    ),
    "billion laughs": (
        write("costs.yaml", "- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n"),
        [
            "costs.yaml › - › the file: line 1: uses an anchor (&) or alias (*); "
            "write the value out, or put it in quotes"
        ],
    ),
    "tag": (
        write("costs.yaml", "- id: !!python/object/apply:os.system [ls]\n"),
        ["costs.yaml › - › the file: line 1: uses a tag (!); remove it, or put the text in quotes"],
    ),
    "tab": (
        write("costs.yaml", "- id: x\n\tapproach: y\n"),
        ["costs.yaml › - › the file: line 2: holds a tab; indent with spaces"],
    ),
    "field twice": (
        write("claims/more.yaml", "- id: x\n  text: One.\n  text: Two.\n"),
        ["claims/more.yaml › - › the file: line 3: the field 'text' appears twice; keep one of them"],
    ),
    "too deep": (
        write("claims/more.yaml", "[" * 30 + "]" * 30),
        ["claims/more.yaml › - › the file: line 1: is nested more than 20 deep; make it flatter"],
    ),
    "two documents": (
        write("claims/more.yaml", CLAIM + "---\n" + CLAIM),
        ["claims/more.yaml › - › the file: line 4: a second document starts; keep one document in a file, without ---"],
    ),
    "not YAML": (
        write("claims/more.yaml", "- id: x\n  text: so: it goes\n"),
        [
            f"claims/more.yaml › - › the file: line 2: is not YAML (mapping values are not allowed in this context); {NOT_YAML}"
        ],
    ),
    "wrong encoding": (
        write("claims/more.yaml", CLAIM.replace("A sentence", "Ein Satz für dich").encode("latin-1")),
        ["claims/more.yaml › - › the file: is not UTF-8 text; save it as UTF-8"],
    ),
    "binary": (
        write("claims/more.yaml", b"- id: x\x00y\n"),
        ["claims/more.yaml › - › the file: holds a character that YAML does not allow; save the file as UTF-8 text"],
    ),
    "a mapping for a list": (
        write("claims/more.yaml", "id: x\ntext: y\n"),
        ["claims/more.yaml › - › the file: must be a list; start each entry with '- id: …'"],
    ),
    "a word for an entry": (
        write("claims/more.yaml", "- hello\n"),
        ["claims/more.yaml › - › the file: holds 'hello' where an entry should be; write '- id: …'"],
    ),
    "a list for the chapter": (
        write("chapter.yaml", "- id: x\n"),
        ["""chapter.yaml › - › the file: holds "[{'id': 'x'}]" where an entry should be; write '- id: …'"""],
    ),
    "a folder for a file": (
        lambda folder: ((folder / "costs.yaml").unlink(), (folder / "costs").mkdir()),
        ["costs.yaml › - › the file: is missing; write costs.yaml, or files in a folder costs/"],
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_bad_file_is_named_with_what_to_do(case: str, tmp_path: Path) -> None:
    edit, expected = FILES[case]
    assert problems_after(tmp_path, edit) == expected


SLUG = "write small letters and digits, with hyphens between words, such as not-a-slug"
ENTRIES: dict[str, tuple[Edit, str]] = {
    "wrong type": (
        replace("costs.yaml", "{low: 2, high: 8, unit: hours}", "{low: two, high: 8, unit: hours}"),
        "costs.yaml › lora-7b › time.low: is not a number; write digits, without a unit",
    ),
    "commas between thousands": (
        replace("costs.yaml", "{low: 2, high: 8, unit: hours}", '{low: "2,000", high: 8, unit: hours}'),
        "costs.yaml › lora-7b › time.low: is not a number; leave out the commas between its thousands",
    ),
    "number for a text": (
        add("claims/stages.yaml", "- id: numeric\n  text: 12\n  source: tldr\n"),
        "claims/stages.yaml › numeric › text: is not text; put it in quotes",
    ),
    "list for a text": (
        add("claims/stages.yaml", "- id: listed\n  text: [a]\n  source: tldr\n"),
        "claims/stages.yaml › listed › text: is not text; put it in quotes",
    ),
    "text for a list": (
        replace("stages.yaml", "scale: [gpt-4-tokens, llama-tokens]", "scale: gpt-4-tokens"),
        "stages.yaml › raw-text › scale: must be a list; put each entry on a line that starts with '- '",
    ),
    "missing field": (
        add("claims/stages.yaml", "- id: silent\n  source: tldr\n"),
        "claims/stages.yaml › silent › text: is missing; add it",
    ),
    "no id": (
        add("claims/stages.yaml", "- text: Anonymous.\n  source: tldr\n"),
        "claims/stages.yaml › (no id) › id: is missing; add it",
    ),
    "empty text": (
        add("claims/stages.yaml", '- id: blank\n  text: "  "\n  source: tldr\n'),
        "claims/stages.yaml › blank › text: is empty; write it",
    ),
    "date that there is not": (
        add("claims/stages.yaml", "- id: dated\n  text: A.\n  source: tldr\n  as_of: 2025-13\n"),
        "claims/stages.yaml › dated › as_of: '2025-13' is not a date; write a year, month or day that exists, "
        "e.g. 2025-02",
    ),
    "unknown field": (
        add("claims/stages.yaml", "- id: typo\n  text: A.\n  source: tldr\n  figurs: []\n"),
        "claims/stages.yaml › typo › figurs: is not a known field; did you mean figures?",
    ),
    "unknown field like no other": (
        add("claims/stages.yaml", "- id: typo\n  text: A.\n  source: tldr\n  zzz: 1\n"),
        "claims/stages.yaml › typo › zzz: is not a known field; remove it, or correct its spelling",
    ),
    "bad id": (
        add("claims/stages.yaml", "- id: Not A Slug\n  text: A.\n  source: tldr\n"),
        f"claims/stages.yaml › Not A Slug › id: 'Not A Slug' has the wrong form; {SLUG}",
    ),
    "unknown unit": (
        replace("costs.yaml", "{low: 2, high: 8, unit: hours}", "{low: 2, high: 8, unit: fortnights}"),
        "costs.yaml › lora-7b › time.unit: 'fortnights' is not allowed; choose one of 'usd', 'usd-per-mtok', "
        "'usd-per-hour', 'tokens', 'examples', 'parameters', 'gpus', 'gib', 'gb', 'bits', 'hours', 'minutes', 'days', "
        "'weeks', 'months', 'ms', 'percent', 'points', 'times', 'rank' or 'count'",
    ),
    "range the wrong way round": (
        replace("costs.yaml", "{low: 2, high: 8, unit: hours}", "{low: 8, high: 2, unit: hours}"),
        "costs.yaml › lora-7b › time: high (2) must be above low (8); leave high out for one number",
    ),
    "infinite": (
        replace("costs.yaml", "{low: 2, high: 8, unit: hours}", "{low: 2, high: 1.0e999, unit: hours}"),
        "costs.yaml › lora-7b › time.high: is not a finite number; write digits",
    ),
    "price without a date": (
        add(
            "claims/stages.yaml", "- id: dear\n  text: A.\n  source: tldr\n  figures: [{low: 1, unit: usd, label: x}]\n"
        ),
        "claims/stages.yaml › dear › the entry: a claim with a price needs as_of: add the date that the price holds "
        "for, e.g. 2025-02",
    ),
    "too long": (
        add("claims/stages.yaml", f"- id: long\n  text: {'a' * 4001}\n  source: tldr\n"),
        "claims/stages.yaml › long › text: is too long; the limit is 4000 characters",
    ),
    "id twice": (
        add("claims/stages.yaml", "- id: rlhf-purpose\n  text: Again.\n  source: tldr\n"),
        "claims/stages.yaml › rlhf-purpose › id: is already in claims/alignment.yaml; give one of the two another id",
    ),
    "item without a kind": (
        add("items/quick-fire.yaml", "- id: kindless\n  source: tldr\n"),
        "items/quick-fire.yaml › kindless › kind: is missing; add 'kind: flashcard' or another kind",
    ),
    "item of a misspelt kind": (
        add("items/quick-fire.yaml", "- kind: ordre\n  id: kindless\n  source: tldr\n"),
        "items/quick-fire.yaml › kindless › kind: 'ordre' is not allowed; did you mean order?",
    ),
    "unknown field of an item": (
        replace("items/quick-fire.yaml", "  explanation: >-\n    SFT already", "  explanatoin: >-\n    SFT already"),
        "items/quick-fire.yaml › rlhf-purpose › explanatoin: is not a known field; did you mean explanation?",
    ),
    "unknown field of an edge": (
        replace("graphs/guide.yaml", "from:", "form:"),
        "graphs/guide.yaml › guide › drops.1.form: is not a known field; did you mean from?",
    ),
    "item without an explanation": (
        replace("items/quick-fire.yaml", "  explanation: >-\n    SFT already", "  why: >-\n    SFT already"),
        "items/quick-fire.yaml › rlhf-purpose › explanation: is missing; add it",
    ),
    "a word for yes or no": (
        replace("guide.yaml", "    many: true\n", "    many: perhaps\n"),
        "guide.yaml › guide › questions.problem.many: must be true or false",
    ),
}


@pytest.mark.parametrize("case", ENTRIES)
def test_bad_entry_is_named_with_what_to_do(case: str, tmp_path: Path) -> None:
    edit, expected = ENTRIES[case]
    assert expected in problems_after(tmp_path, edit)


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_content(tmp_path / "nowhere")
    assert str(caught.value) == f"{tmp_path / 'nowhere'} › - › the folder: is not there; name the folder of content"


def test_every_problem_is_told_at_once_in_order(tmp_path: Path) -> None:
    def break_three(folder: Path) -> None:
        write("costs.yaml", "")(folder)
        add("claims/stages.yaml", "- id: silent\n  source: tldr\n")(folder)
        remove("pitfalls.yaml")(folder)

    found = problems_after(tmp_path, break_three)
    assert [line.split(" ")[0] for line in found] == ["claims/stages.yaml", "costs.yaml", "pitfalls.yaml"]


def test_no_problem_shows_a_traceback_on_the_command_line(tmp_path: Path) -> None:
    copy = copy_of_content(tmp_path)
    write("costs.yaml", "- id: x\n\tapproach: y\n")(copy)
    words = [sys.executable, "-m", "core", "check", str(copy)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == (
        "costs.yaml › - › the file: line 2: holds a tab; indent with spaces\n1 problem. Nothing was changed.\n"
    )
    assert done.stderr == ""
