"""The names of a run's parts and speakers in words; runs, and the recordings, name them in English. Pure."""

import re
from collections.abc import Callable

from core.language.numbers import in_figures
from core.language.text import marked, nt, t

_PARTS = {
    "pre-training": marked("pre-training"),
    "tuning": marked("tuning"),
    "reward model": marked("reward model"),
    "comparing replies": marked("comparing replies"),
    "notes": marked("notes"),
    "full": marked("full fine-tuning"),
    "text alone": marked("text alone"),
    "with the teacher": marked("with the teacher"),
    "score": marked("score"),
    "true score": marked("true score"),
}
_NAMES = {"lora": "LoRA", "qlora": "QLoRA", "dpo": "DPO", "ppo": "PPO"}
_SPEAKERS = {
    "base": marked("base"),
    "tuned": marked("tuned"),
    "right": marked("right"),
    "before": marked("before"),
    "after": marked("after"),
    "adapted": marked("adapted"),
    "score": marked("score"),
    "true score": marked("true score"),
    "retrieval": marked("retrieval"),
    "true today": marked("true today"),
    "tuned once": marked("tuned once"),
    "same phrasing": marked("same phrasing"),
    "other phrasing": marked("other phrasing"),
    "terse": marked("terse"),
    "examples in the prompt": marked("examples in the prompt"),
    "guide in the prompt": marked("guide in the prompt"),
    "catalogue": marked("catalogue"),
    "questions": marked("questions"),
}
_COUNTED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(\d+) notes"), lambda found: nt("{n} note", "{n} notes", int(found[1]))),
    (re.compile(r"step (\d+)"), lambda found: t("step {number}", number=found[1])),
    (re.compile(r"day (\d+)"), lambda found: t("day {number}", number=found[1])),
    (
        re.compile(r"(\w+), (\d+) examples"),
        lambda found: nt("{form}, {n} example", "{form}, {n} examples", int(found[2]), form=who_words(found[1])),
    ),
    (
        re.compile(r"(\w+), worth (.+)"),
        lambda found: t("{who}, worth {points}", who=who_words(found[1]), points=in_figures(found[2])),
    ),
)


def part_words(part: str) -> str:
    """What a part of a run is called.

    >>> part_words("16 notes"), part_words("pre-training"), part_words("lora")
    ('16 notes', 'pre-training', 'LoRA')
    """
    return t(_PARTS[part]) if part in _PARTS else _NAMES.get(part) or _said(part)


def who_words(who: str) -> str:
    """Who said a reply; what nobody here knows is left as it is.

    >>> who_words("1 notes"), who_words("catalogue, 1 examples"), who_words("after, worth -0.3"), who_words("nf4")
    ('1 note', 'catalogue, 1 example', 'after, worth −0.3', 'nf4')
    """
    return t(_SPEAKERS[who]) if who in _SPEAKERS else _said(who)


def _said(told: str) -> str:
    for form, words in _COUNTED:
        if found := form.fullmatch(told):
            return words(found).replace("-", "−")
    return told.replace("-", "−")
