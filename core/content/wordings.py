"""Merges the accepted wordings of all languages, so that an answer gets the same mark in each of them. Pure."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from core.content.item_base import NearMiss
from core.content.items import AnyItem
from core.content.models import Content
from core.content.typed_items import Cloze, Gap, ShortText

Asked = TypeVar("Asked", ShortText, Gap)


def with_wordings_of(content: Content, others: Iterable[Content]) -> Content:
    """The content, whose typed items take the answers, variants and near-misses of the same items in others too.

    What was typed in one language is marked again in another, whenever the learner has switched in between.
    """
    said = [one.item_by_id for one in others if one is not content]
    items = tuple(_joined(item, [known[item.id] for known in said]) for item in content.items)
    # Not a copy, which would keep what is cached of the items as they were.
    parts = {name: getattr(content, name) for name in Content.model_fields}
    return Content.model_construct(**{**parts, "items": items})


def _joined(item: AnyItem, others: Sequence[AnyItem]) -> AnyItem:
    if isinstance(item, ShortText):
        return _with_words(item, [other for other in others if isinstance(other, ShortText)])
    if isinstance(item, Cloze):
        gaps = [{gap.id: gap for gap in other.gaps} for other in others if isinstance(other, Cloze)]
        own = tuple(_with_words(gap, [known[gap.id] for known in gaps]) for gap in item.gaps)
        return item.model_copy(update={"gaps": own})
    return item


def _with_words(asked: Asked, others: Sequence[ShortText | Gap]) -> Asked:
    right = [words for each in others for words in _right(each)]
    misses = [
        _with_texts(miss, [other.near_misses[place] for other in others])
        for place, miss in enumerate(asked.near_misses)
    ]
    return asked.model_copy(
        update={
            "variants": _added(asked.variants, right, (asked.answer,)),
            "near_misses": tuple(misses),
        }
    )


def _right(asked: ShortText | Gap) -> tuple[str, ...]:
    return (asked.answer, *asked.variants)


def _with_texts(miss: NearMiss, others: Sequence[NearMiss]) -> NearMiss:
    texts = [text for other in others for text in other.texts]
    return miss.model_copy(update={"texts": _added(miss.texts, texts)})


def _added(own: tuple[str, ...], more: Sequence[str], known: tuple[str, ...] = ()) -> tuple[str, ...]:
    found = {text.casefold(): text for text in reversed((*own, *more))}
    there = {text.casefold() for text in known}
    return tuple(text for key, text in reversed(found.items()) if key not in there)
