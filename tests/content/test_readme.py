"""The README counts right: each number of it that counts content is counted anew."""

import re
from pathlib import Path

import pytest

from core.content.choice_items import Case
from core.content.interview_items import FreeAnswer
from core.content.models import Content
from core.quiz.decks import reviewable_ids
from tests.read_once import load_languages

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
WORDS = {7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve"}


def _counts(content: Content) -> dict[str, str]:
    cases = [item for item in content.items if isinstance(item, Case)]
    asked = [item for item in content.items if isinstance(item, FreeAnswer)]
    quick = [item for item in content.items if not isinstance(item, Case | FreeAnswer)]
    spaced = reviewable_ids(content)
    return {
        "quick-fire": f"**Quick-fire**: {len(quick)} questions of {WORDS[len({item.kind for item in quick})]} kinds",
        "drawn": f"with the cases and {len(spaced) - len(quick) - len(cases)} exercises",
        "spaced": f"{len(spaced)} spaced by FSRS",
        "cases": f"**Case drill**: {len(cases)} cases in pairs",
        "interview": f"**Interview**: {len(asked)} questions with follow-ups",
        "terms": f"and {len(content.terms)} terms to search",
        "stations": f"**Lab**: {WORDS[len(content.lab)]} stations",
        "steps": f"**Training pipeline**: {WORDS[len(content.stages)]} steps",
        "guide": f"{WORDS[len(content.guide.questions)]} questions, {WORDS[len(content.guide.outcomes)]} outcomes",
        "items": f"{len(content.items)} items",
        "claims": f"{len(content.claims)} claims",
        "german": f"ok: {len(load_languages()['de'].translated)} entries in Deutsch",
    }


@pytest.mark.parametrize(
    "name",
    [
        *("quick-fire", "drawn", "spaced", "cases", "interview", "terms", "stations", "steps", "guide", "items"),
        *("claims", "german"),
    ],
)
def test_the_readme_says_how_many_there_are(content: Content, name: str) -> None:
    counted = _counts(content)[name]
    if counted not in README:
        pytest.fail(f"README.md counts wrong; write “{counted}” there", pytrace=False)


def test_the_readme_leads_to_files_that_are_there() -> None:
    linked = re.findall(r"\]\((?!http)([^)#]+)", README)
    assert linked
    assert [path for path in linked if not (ROOT / path).exists()] == []
