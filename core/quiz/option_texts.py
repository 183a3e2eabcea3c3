"""The texts of an item's options, by id. Pure."""

from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError
from core.content.items import AnyItem


def option_texts(item: AnyItem) -> dict[str, str]:
    """The options, approaches or passages of an item, in its own order; empty when it has none."""
    match item:
        case SingleChoice() | MultipleChoice():
            return {option.id: option.text for option in item.options}
        case Case():
            return {choice.id: choice.text for choice in item.choices}
        case SpotError():
            return {passage.id: passage.text for passage in item.passages}
        case _:
            return {}
