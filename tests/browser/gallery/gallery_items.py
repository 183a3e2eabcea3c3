"""The items that the gallery shows: one of each kind, the hard cases among them, and a generated one."""

from pathlib import Path

from pydantic import TypeAdapter

from core.content.items import AnyItem, Item
from core.content.yaml_text import read_yaml
from core.quiz.answers import AnyAnswer, Arranged, Filled, Judged, Matched, Picked, Typed
from core.quiz.generated import FAMILIES
from tests.unit.quiz.examples import ITEMS

_READ: TypeAdapter[list[AnyItem]] = TypeAdapter(list[Item])
_HARD = {
    item.id: item
    for item in _READ.validate_python(
        read_yaml((Path(__file__).parent / "hard_items.yaml").read_text(encoding="utf-8"))
    )
}
_GENERATED: dict[str, AnyItem] = {family.id: family.item(1) for family in FAMILIES.values()}
ALL: dict[str, AnyItem] = ITEMS | _HARD | _GENERATED
ANSWERS: dict[str, AnyAnswer] = {
    "example-single-choice": Picked(options=("all",)),
    "example-multiple-choice": Picked(options=("prices", "tone")),
    "example-true-false": Judged(holds=True, reason="reward"),
    "example-short-text": Typed(text="low rank"),
    "example-number": Typed(text="25,000"),
    "example-order": Arranged(steps=("sft", "pre-training", "rlhf")),
    "example-match": Matched(pairs=(("facts", "style"), ("slow", "slow"))),
    "example-cloze": Filled(texts=(("base", "frozne"),)),
    "example-case-large-wiki": Picked(options=("rag",)),
    "example-spot-error": Picked(options=("cost",)),
    "example-predict-claim": Typed(text="5 k"),
    "hard-code": Picked(options=("modules",)),
    "hard-order": Arranged(steps=("b", "c", "a", "d", "f", "e")),
    "hard-match": Matched(pairs=(("a", "b"), ("b", "a"), ("c", "c"))),
    "hard-cloze": Filled(texts=(("size", "small"), ("rank", "32"), ("bits", "four"))),
    "hard-words": Picked(options=("tag",)),
    "run-cost": Typed(text="$25"),
}
"""An answer to some items, of every grade; the others are passed."""
