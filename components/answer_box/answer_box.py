"""The box that an interview question is answered in: a clock above, words counted, dictation where a browser has it.

It reports while you type, so that a closed tab loses nothing.
"""

import math
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from components import session
from components.answer_box.box_words import box_words
from components.browser_code.browser_component import browser_component
from core.interview.follow_ups import SPEAKING_WORDS_PER_MINUTE
from core.interview.turn import LAST_MOMENT, Draft

_mount = browser_component(__file__, '<div class="answer-box">\n</div>', "dictation", "elements", "views", "line")
MOST_LETTERS = 12_000
"""What the box takes: about 2,000 words, which is what marking reads."""
_DAY_SECONDS = 86_400.0


@dataclass(frozen=True)
class Asked:
    """What surrounds the box: the target in seconds of speaking, a note beside the word count, the two buttons.

    `tries` grows when what was given could not be kept: the box is then open again.
    """

    target: float
    note: str
    submit: str
    skip: str
    tries: int = 0


def answer_box(
    key: str, asked: Asked, draft: Draft, on_change: Callable[[Draft], None], on_leave: Callable[[Draft | None], None]
) -> None:
    """Draws the box, filled from `draft` the first time that `key` is seen.

    `on_change` gets what stands in it while it is typed, `on_leave` what is given, or None when it is skipped.
    """

    def changed() -> None:
        on_change(_read(session.reported(key, "draft")))

    def submitted() -> None:
        on_leave(_read(session.trigger(key, "submitted")))

    _mount(
        key=key,
        data={
            "asked": asdict(asked) | {"words_a_minute": SPEAKING_WORDS_PER_MINUTE},
            "draft": draft.model_dump(exclude={"typed_at"}),
            "typed_at": draft.typed_at,
            "most": MOST_LETTERS,
            "id": key,
            "words": box_words(),
        },
        default={"draft": None},
        on_draft_change=changed,
        on_submitted_change=submitted,
        on_skipped_change=lambda: on_leave(None),
    )


def _read(given: Any) -> Draft:
    """What the browser reported, held to its form."""
    found = given if isinstance(given, dict) else {}
    text = found.get("answer")
    return Draft(
        answer=text[:MOST_LETTERS] if isinstance(text, str) else "",
        thinking_seconds=round(_number(found.get("thinking_seconds"), _DAY_SECONDS), 1),
        answering_seconds=round(_number(found.get("answering_seconds"), _DAY_SECONDS), 1),
        dictated=found.get("dictated") is True,
        typed_at=round(_number(found.get("typed_at"), LAST_MOMENT)),
    )


def _number(given: Any, most: float) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not math.isfinite(given):
        return 0.0
    return float(min(max(given, 0), most))
