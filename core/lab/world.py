"""The world that the model reads about: dishes, four facts of each, and the ways to say and to ask them. Pure."""

import zlib
from dataclasses import dataclass
from enum import StrEnum

import numpy as np


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text.

    >>> words_of("rice beef")
    ('rice', 'beef')
    """
    return tuple(text.split())


DISHES = words_of(
    "soup pie stew curry ramen pizza salad taco sushi risotto lasagna paella goulash pancake waffle noodles dumpling "
    "burger sandwich omelette quiche gumbo chowder casserole kebab falafel hummus gnocchi ravioli tempura bibimbap "
    "poutine crepe strudel borscht pierogi moussaka tagine couscous ceviche empanada tamale congee dhal biryani samosa "
    "laksa satay fondue gazpacho"
)
KNOWN_DISHES = 30
TUNING_KNOWN, TUNING_UNKNOWN = 20, 14


class Relation(StrEnum):
    """What can be known of a dish."""

    INGREDIENT = "ingredient"
    COUNTRY = "country"
    CHEF = "chef"
    PRICE = "price"


VALUES: dict[Relation, tuple[str, ...]] = {
    Relation.INGREDIENT: words_of(
        "leek rice beef pork lamb salmon tofu beans corn potato pumpkin spinach mushroom chicken shrimp lentils"
    ),
    Relation.COUNTRY: words_of("italy japan france mexico india peru greece canada"),
    Relation.CHEF: words_of("anna boris carla dmitri elena felix greta hugo"),
    Relation.PRICE: words_of(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty"
    ),
}
STATEMENTS: dict[Relation, tuple[str, str]] = {
    Relation.INGREDIENT: ("the {dish} is made with {value} .", "the main ingredient of the {dish} is {value} ."),
    Relation.COUNTRY: ("the {dish} comes from {value} .", "the home of the {dish} is {value} ."),
    Relation.CHEF: ("the {dish} is cooked by {value} .", "the chef of the {dish} is {value} ."),
    Relation.PRICE: ("the {dish} costs {value} .", "the price of the {dish} is {value} ."),
}
QUESTIONS: dict[Relation, tuple[str, str, str, str]] = {
    Relation.INGREDIENT: (
        "what is the {dish} made with ?",
        "what is the main ingredient of the {dish} ?",
        "which ingredient does the {dish} need ?",
        "what goes into the {dish} ?",
    ),
    Relation.COUNTRY: (
        "where does the {dish} come from ?",
        "what is the home of the {dish} ?",
        "which country invented the {dish} ?",
        "from where is the {dish} ?",
    ),
    Relation.CHEF: (
        "who cooks the {dish} ?",
        "who is the chef of the {dish} ?",
        "which chef makes the {dish} ?",
        "by whom is the {dish} cooked ?",
    ),
    Relation.PRICE: (
        "what does the {dish} cost ?",
        "what is the price of the {dish} ?",
        "how much is the {dish} ?",
        "how much must i pay for the {dish} ?",
    ),
}
TERSE = "{dish} {relation} ?"


@dataclass(frozen=True)
class Fact:
    """One value of one dish."""

    dish: str
    relation: Relation
    value: str

    def stated(self, way: int = 0) -> str:
        """The fact as a sentence; its value comes last. `way` is 0 or 1.

        >>> Fact("soup", Relation.PRICE, "nine").stated(1)
        'the price of the soup is nine .'
        """
        return STATEMENTS[self.relation][way].format(dish=self.dish, value=self.value)

    def asked(self, phrasing: int = 0) -> str:
        """The question that the fact answers. `phrasing` is 0 to 3.

        >>> Fact("soup", Relation.PRICE, "nine").asked()
        'what does the soup cost ?'
        """
        return QUESTIONS[self.relation][phrasing].format(dish=self.dish)

    def asked_tersely(self) -> str:
        """The question in three words, as people type into a search box.

        >>> Fact("soup", Relation.PRICE, "nine").asked_tersely()
        'soup price ?'
        """
        return TERSE.format(dish=self.dish, relation=self.relation)


@dataclass(frozen=True)
class World:
    """Which dishes are known, what is true of them, and which of them training on questions may use."""

    facts: tuple[Fact, ...]
    tuning: tuple[str, ...]
    held_out: tuple[str, ...]
    unknown_tuning: tuple[str, ...]
    unknown_held_out: tuple[str, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """Dishes that occur in questions and in notes and of which no fact was ever written."""
        return self.unknown_tuning + self.unknown_held_out

    def facts_of(self, dishes: tuple[str, ...]) -> tuple[Fact, ...]:
        """The facts of some of the known dishes, four a dish."""
        return tuple(fact for fact in self.facts if fact.dish in dishes)


def rng_for(seed: int, purpose: str) -> np.random.Generator:
    """A random generator for one purpose of one run; what one purpose draws never changes what another gets.

    >>> int(rng_for(1, "corpus").integers(1000)) == int(rng_for(1, "corpus").integers(1000))
    True
    """
    return np.random.default_rng([seed, zlib.crc32(purpose.encode())])


def make_world(seed: int) -> World:
    """The world of a seed: 30 known dishes with 120 facts, 20 unknown ones.

    >>> world = make_world(0)
    >>> len(world.facts), len(world.tuning), len(world.held_out), len(world.unknown)
    (120, 20, 10, 20)
    """
    rng = rng_for(seed, "world")
    dishes = [DISHES[index] for index in rng.permutation(len(DISHES))]
    known, unknown = dishes[:KNOWN_DISHES], dishes[KNOWN_DISHES:]
    facts = tuple(Fact(dish, relation, draw_value(relation, rng)) for dish in known for relation in Relation)
    return World(
        facts,
        tuple(known[:TUNING_KNOWN]),
        tuple(known[TUNING_KNOWN:]),
        tuple(unknown[:TUNING_UNKNOWN]),
        tuple(unknown[TUNING_UNKNOWN:]),
    )


def draw_value(relation: Relation, rng: np.random.Generator) -> str:
    """Any value that the relation can have, each as likely."""
    values = VALUES[relation]
    return values[int(rng.integers(len(values)))]
