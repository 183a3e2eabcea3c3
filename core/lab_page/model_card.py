"""The model of the lab in a few numbers, and what its world looks like. Pure."""

from functools import lru_cache

from core.lab.model import Shape
from core.lab.pretrain import PretrainingRecipe
from core.lab.world import make_world
from core.lab_page.replies import tidy
from core.language.text import t
from core.numbers.number_format import exact

_SHOWN_FACTS = 4


def model_numbers(seed: int) -> tuple[tuple[str, str], ...]:
    """Terms and values: size, words, text, world.

    >>> model_numbers(10)[0]
    ('Numbers in it', '121,024')
    """
    shape, world = Shape(), make_world(seed)
    dishes = {fact.dish for fact in world.facts}
    return (
        (t("Numbers in it"), exact(shape.parameters)),
        (t("Layers"), str(shape.layers)),
        (t("Words it knows"), str(shape.vocabulary)),
        (t("Text it reads"), t("{count} words", count=exact(PretrainingRecipe().tokens))),
        (t("Its world"), t("{facts} facts about {dishes} dishes", facts=len(world.facts), dishes=len(dishes))),
    )


@lru_cache(maxsize=32)
def facts_in_words(seed: int) -> tuple[str, ...]:
    """The facts of one dish of a world, as sentences.

    >>> facts_in_words(10)[3]
    'the dhal costs four.'
    """
    world = make_world(seed)
    return tuple(tidy(fact.stated()) for fact in world.facts_of(world.held_out)[:_SHOWN_FACTS])
