"""Generated items by their ids, `lora-parameters~42`: scheduled and replayed like any other. Pure."""

import re
from functools import lru_cache

from core.content.items import AnyItem
from core.content.models import Content
from core.language.in_force import in_force, speaking
from core.quiz.families import labelling_hours, lora_parameters, pretraining_compute, run_cost, window_tokens
from core.quiz.families.family import Family, GeneratedItem

FAMILIES: dict[str, Family] = {
    family.id: family
    for family in (
        lora_parameters.FAMILY,
        labelling_hours.FAMILY,
        run_cost.FAMILY,
        window_tokens.FAMILY,
        pretraining_compute.FAMILY,
    )
}
"""Every family by its id. A new one is a file in `families` and its line here."""

_ID = re.compile(r"([a-z0-9-]{1,64})~(0|[1-9][0-9]{0,8})")


def generated_item(item_id: str) -> GeneratedItem | None:
    """The item that an id stands for, in the language in force; None when it is not a generated item's id.

    >>> generated_item("labelling-hours~3").question.endswith("How many person-hours is that?")
    True
    >>> generated_item("labelling-hours~03") is generated_item("rlhf-purpose") is None
    True
    """
    return _made(item_id, in_force())


@lru_cache(maxsize=4096)
def _made(item_id: str, language: str) -> GeneratedItem | None:
    found = _ID.fullmatch(item_id)
    family = FAMILIES.get(found[1]) if found else None
    if not found or not family:
        return None
    with speaking(language):
        return family.item(int(found[2]))


def find_item(content: Content, item_id: str) -> AnyItem | None:
    """The item of the bank, or the generated item, that has this id; None when there is none."""
    return content.item_by_id.get(item_id) or generated_item(item_id)
