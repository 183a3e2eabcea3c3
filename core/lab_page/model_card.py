"""The model of the lab in a few numbers, and what its world looks like. Pure."""

from functools import lru_cache

from core.lab.model import Shape
from core.lab.pretrain import PretrainingRecipe
from core.lab.world import make_world
from core.lab_page.replies import tidy
from core.number_format import exact

_SHOWN_FACTS = 4


def model_numbers(seed: int) -> tuple[tuple[str, str], ...]:
    """Terms and values: size, words, text, world.

    >>> model_numbers(10)[0]
    ('Numbers in it', '121,024')
    """
    shape, world = Shape(), make_world(seed)
    dishes = {fact.dish for fact in world.facts}
    return (
        ("Numbers in it", exact(shape.parameters)),
        ("Layers", str(shape.layers)),
        ("Words it knows", str(shape.vocabulary)),
        ("Text it reads", f"{exact(PretrainingRecipe().tokens)} words"),
        ("Its world", f"{len(world.facts)} facts about {len(dishes)} dishes"),
    )


@lru_cache(maxsize=32)
def facts_in_words(seed: int) -> tuple[str, ...]:
    """The facts of one dish of a world, as sentences.

    >>> facts_in_words(10)[3]
    'the dhal costs four.'
    """
    world = make_world(seed)
    return tuple(tidy(fact.stated()) for fact in world.facts_of(world.held_out)[:_SHOWN_FACTS])
