"""One entry in another language: what may be added to it, and how its parts are found."""

from core.content.choice_items import MultipleChoice
from core.content.models import Content
from core.content.translation import Translated, translate_entry
from core.content.typed_items import ShortText
from core.content.yaml_text import read_yaml

OVERFITTING = """question: Wie heißt das?
answer: Überanpassung
variants: [überangepasst]
explanation: Zu wenige Beispiele.
hint: Was kann es zu gut?
"""


def test_wordings_may_be_added_where_english_has_none(content: Content) -> None:
    english = content.item_by_id["perfect-on-training-poor-on-real"]
    done = Translated()
    alone = english.model_copy(update={"variants": (), "near_misses": ()})
    german = translate_entry(alone, read_yaml(OVERFITTING), done)
    assert isinstance(german, ShortText)
    assert (german.variants, done.wrong) == (("überangepasst",), [])


def test_list_in_the_place_of_one_entry_is_told(content: Content) -> None:
    done = Translated()
    translate_entry(content.lab[0], read_yaml("guess: []"), done)
    assert ("guess", "must be a set of fields 'name: text'") in done.wrong


def test_part_whose_id_is_digits_is_found_without_quotes(content: Content) -> None:
    item = content.item_by_id["before-an-sft-run"]
    assert isinstance(item, MultipleChoice)
    numbered = tuple(one.model_copy(update={"id": str(number)}) for number, one in enumerate(item.options))
    options = "".join(f"  - {{id: {one.id}, text: Text, why: Darum.}}\n" for one in numbered)
    done = Translated()
    translate_entry(item.model_copy(update={"options": numbered}), read_yaml(f"options:\n{options}"), done)
    assert [place for place, _ in done.wrong if place.startswith("options")] == []


def test_text_that_english_leaves_out_is_told_from_what_is_no_text(content: Content) -> None:
    english = content.item_by_id["perfect-on-training-poor-on-real"].model_copy(update={"hint": None})
    done = Translated()
    translate_entry(english, read_yaml(OVERFITTING + "node: sft\n"), done)
    assert ("hint", "is left out in English; write it there too, or remove it") in done.wrong
    assert ("node", "is not text that can be translated; remove it") in done.wrong
