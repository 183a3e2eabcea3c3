"""Rules that look at the bank as a whole."""

import re
from itertools import combinations
from pathlib import Path

from core.content.stems import near_duplicates
from tests.content.broken import problems_after, remove, replace


def test_claim_that_loses_its_only_item_is_named(tmp_path: Path) -> None:
    expected = "is tested nowhere; name it in the claims of an item or a case"
    found = problems_after(tmp_path, remove("items/costs.yaml"))
    assert f"claims/cost-and-data.yaml › cost-runway › id: {expected}" in found
    assert all(line.startswith("claims/") and line.endswith(expected) for line in found)
    assert not any(" lora-name " in line for line in found)


def test_untested_claims_pass_until_the_bank_is_said_to_be_whole(tmp_path: Path) -> None:
    def edit(folder: Path) -> None:
        remove("items/costs.yaml")(folder)
        replace("chapter.yaml", "tests_every_claim: true\n", "")(folder)

    assert problems_after(tmp_path, edit) == []


def test_bank_whose_right_options_are_mostly_the_longest_is_refused(tmp_path: Path) -> None:
    topics = [f"{word}{number}" for word in ("alpha", "bravo", "charlie", "delta") for number in range(25)]
    item = (
        "- kind: single-choice\n  id: long-{0}\n  source: sft\n  node: sft\n  claims: [lora-name]\n"
        "  question: Which {0} {0}one {0}two is it?\n  explanation: So it is.\n  options:\n"
        "    - {{id: a, text: 'This is the one', correct: true, why: So.}}\n"
        "    - {{id: b, text: 'This is not', why: No., misconception: size-beats-fit}}\n"
        "    - {{id: c, text: 'Nor is this', why: No., misconception: size-beats-fit}}\n"
    )
    text = "".join(item.format(topic) for topic in topics)
    found = problems_after(tmp_path, lambda folder: (folder / "items/long.yaml").write_text(text, encoding="utf-8"))
    assert len(found) == 1
    pattern = (
        r"items\.yaml › \(all\) › options: the right option is the longest in (\d+) of (\d+) items; "
        "shorten some, or lengthen wrong ones"
    )
    counts = re.fullmatch(pattern, found[0])
    assert counts
    assert len(topics) <= int(counts[1]) <= int(counts[2])


def test_near_duplicates_are_those_that_a_full_comparison_finds() -> None:
    words = ("rank", "alpha", "layer", "token", "prompt", "model", "cost", "data", "tune", "rag")
    stems = {f"s{n}": " ".join(words[(n * k) % 10] for k in range(1, 3 + n % 6)) for n in range(120)}
    expected = set()
    for (first, one), (second, other) in combinations(stems.items(), 2):
        mine, theirs = set(one.split()), set(other.split())
        if len(mine & theirs) / len(mine | theirs) >= 0.8:
            expected.add(frozenset((first, second)))
    assert {frozenset((pair.first, pair.second)) for pair in near_duplicates(stems)} == expected
