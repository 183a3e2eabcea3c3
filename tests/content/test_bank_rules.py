"""Rules that look at the bank as a whole."""

from itertools import combinations
from pathlib import Path

from core.content.stems import near_duplicates
from tests.content.broken import problems_after


def test_untested_claim_is_named_once_the_bank_is_said_to_be_whole(tmp_path: Path) -> None:
    def edit(folder: Path) -> None:
        with (folder / "chapter.yaml").open("a", encoding="utf-8") as file:
            file.write("tests_every_claim: true\n")

    found = problems_after(tmp_path, edit)
    expected = "is tested nowhere; name it in the claims of an item or a case"
    assert all(line.startswith("claims/") and line.endswith(expected) for line in found)
    assert not any(" lora-name " in line for line in found)


def test_bank_whose_right_options_are_mostly_the_longest_is_refused(tmp_path: Path) -> None:
    topics = ("alpha", "bravo", "charlie", "delta", "echo", "golf", "hotel", "india", "juliett", "kilo", "lima", "mike")
    item = (
        "- kind: single-choice\n  id: long-{0}\n  source: sft\n  node: sft\n  claims: [lora-name]\n"
        "  question: Which {0} {0}one {0}two is it?\n  explanation: So it is.\n  options:\n"
        "    - {{id: a, text: 'This is the one', correct: true, why: So.}}\n"
        "    - {{id: b, text: 'This is not', why: No., misconception: size-beats-fit}}\n"
        "    - {{id: c, text: 'Nor is this', why: No., misconception: size-beats-fit}}\n"
    )
    text = "".join(item.format(topic) for topic in topics)
    found = problems_after(tmp_path, lambda folder: (folder / "items/long.yaml").write_text(text, encoding="utf-8"))
    assert found == [
        "items.yaml › (all) › options: the right option is the longest in 12 of 12 items; "
        "shorten some, or lengthen wrong ones"
    ]


def test_near_duplicates_are_those_that_a_full_comparison_finds() -> None:
    words = ("rank", "alpha", "layer", "token", "prompt", "model", "cost", "data", "tune", "rag")
    stems = {f"s{n}": " ".join(words[(n * k) % 10] for k in range(1, 3 + n % 6)) for n in range(120)}
    expected = set()
    for (first, one), (second, other) in combinations(stems.items(), 2):
        mine, theirs = set(one.split()), set(other.split())
        if len(mine & theirs) / len(mine | theirs) >= 0.8:
            expected.add(frozenset((first, second)))
    assert {frozenset((pair.first, pair.second)) for pair in near_duplicates(stems)} == expected
