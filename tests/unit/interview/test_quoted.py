"""Who tells a misconception only to take it back is not accused of it; who holds it in similar words still is."""

from functools import cache

import pytest
import yaml

from benchmarks.marking import FIXTURES
from core.interview.bank_rubrics import rubrics
from core.interview.marker import load_marker, marker_of_many
from core.interview.quoted import Told, told
from core.interview.rubric import KeyPoint, Misconception, Rubric
from core.interview.verdicts import Verdict
from tests.read_once import load_content

OWN, OTHERS, DENIAL = Told.AS_OWN, Told.OF_OTHERS, Told.DENIED

TOLD = [
    ("", []),
    ("Many say tuning adds facts. That is wrong.", [DENIAL, DENIAL]),
    ("Many say tuning adds facts. That is wrong: it shapes behaviour.", [DENIAL, DENIAL, OWN]),
    ("People often think tuning adds facts, but that is not true.", [DENIAL, DENIAL]),
    ("People think tuning adds facts, but it shapes behaviour.", [OTHERS, OWN]),
    ("People think tuning adds facts. In fact it shapes behaviour.", [OTHERS, OWN]),
    ("People think tuning adds facts, and they are right.", [OWN, OWN]),
    ("People think tuning adds facts.", [OWN]),
    ("I used to think tuning adds facts, which turned out to be wrong.", [DENIAL, DENIAL]),
    ("A common misconception is that tuning adds facts.", [DENIAL]),
    ("A common misconception is that tuning adds facts; it shapes behaviour.", [DENIAL, OWN]),
    ("The mistake is to think that tuning adds facts, so they never retrieve.", [DENIAL, OTHERS]),
    ("My manager was sure that tuning adds facts. It only shaped behaviour.", [OTHERS, OWN]),
    ("My manager was sure that tuning adds facts, and he was right.", [OWN, OWN]),
    ("My manager was sure that tuning adds facts, and he was not right.", [OTHERS, OTHERS]),
    ("Is it naive to expect new facts? Not at all.", [OWN, OWN]),
    ("The mistake is to train before retrieval is exhausted.", [OWN]),
    ("The claim that tuning adds facts is a myth.", [DENIAL]),
    ("Does tuning add any facts? No, it shapes behaviour.", [DENIAL, OWN]),
    ("Does tuning add any facts? No.", [DENIAL, DENIAL]),
    ("Does tuning add any facts? Yes, it does.", [OWN, OWN]),
    ("Tuning adds facts. This is false.", [DENIAL, DENIAL]),
    ("My boss keeps saying that tuning adds facts. It won't: it shapes behaviour.", [DENIAL, DENIAL, OWN]),
    ("There's this idea that tuning adds facts. I don't buy it: it shapes behaviour.", [DENIAL, DENIAL, OWN]),
    ("You'll hear that tuning adds facts, whereas it shapes behaviour.", [OTHERS, OWN]),
    ("I'd have sworn that tuning adds facts. It only shaped behaviour.", [OTHERS, OWN]),
    ("Our vendor promised that tuning adds facts, and it did.", [OWN]),
    ("If the boss wants it tuned so that it knows facts, I'd refuse.", [OTHERS, OTHERS, OWN]),
    ("If the boss wants it tuned so that it knows facts, I'd do it.", [OWN, OWN, OWN]),
    ("Does tuning add any facts? Not a single one.", [DENIAL, DENIAL]),
    ("Does tuning add any facts? Not only that, it shapes behaviour.", [OWN, OWN, OWN]),
    ("Our tool tells us what failed. I doubt it.", [DENIAL, DENIAL]),
    ("It quotes an old price. That is wrong, so we need retrieval.", [OWN, OWN, OWN]),
    ("It writes in the wrong style. That is where tuning helps.", [OWN, OWN]),
    ("Some say that tuning adds facts, but that's wrong in practice: it shapes behaviour.", [DENIAL, DENIAL, OWN]),
    ("Many think tuning adds facts. That isn't true for most teams.", [DENIAL, DENIAL]),
    ("Many think tuning adds facts. That is wrong for facts that change.", [OWN, OWN]),
    ("People say tuning adds facts, but that's not how training works.", [DENIAL, DENIAL]),
    ("You might think tuning adds facts. It doesn't work like that: it shapes behaviour.", [DENIAL, DENIAL, OWN]),
    ("Tuning shapes behaviour. That is not how retrieval works.", [OWN, OWN]),
    ("It's tempting to say that tuning adds facts, but it only shapes behaviour.", [OTHERS, OWN]),
    ("The usual assumption that tuning adds facts doesn't hold up.", [DENIAL]),
    ("The idea that tuning adds facts is wrong in general.", [DENIAL]),
    ("It isn't that tuning adds facts, it shapes behaviour.", [DENIAL, OWN]),
    ("It's not that RAG changes the weights: it only reads.", [DENIAL, OWN]),
    ("It's not that simple, because tuning adds no facts.", [OWN, OWN]),
    ("It is not that good at facts, so I would retrieve.", [OWN, OWN]),
]

DENIED = (
    "Many people say that {it}. That is wrong.",
    "Many say {it}. That is wrong: look at the data first.",
    "People often think {it}, but that is not true.",
    "Some teams believe that {it}. In fact it is the other way round.",
    "A common misconception is that {it}.",
    "The claim that {it} is a myth.",
    "I used to think that {it}, which turned out to be wrong.",
    "{It}? No.",
    "{It}. This is false.",
)
HELD = (
    "Many people say that {it}, and they are right.",
    "People often forget that {it}.",
    "{It}. It is wrong to do anything else.",
)
"""As easily mistaken for a denial as we could make them."""


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_each_clause_is_told_as_own_as_of_others_or_as_denied(text: str, expected: list[Told]) -> None:
    assert list(told(text).values()) == expected


@cache
def beliefs() -> tuple[tuple[Rubric, Misconception, str], ...]:
    """For each misconception the first sentence that is heard as it, with a question that looks for it."""
    said = yaml.safe_load((FIXTURES / "know-or-believe.yaml").read_text(encoding="utf-8"))
    asked = {one.id: (rubric, one) for rubric in rubrics(load_content()).values() for one in rubric.misconceptions}
    found = []
    for rubric, belief in asked.values():
        text = next((text for text in said[belief.id]["wrong"] if is_heard(rubric, belief, text)), None)
        found += [(rubric, belief, text)] if text else []
    return tuple(found)


def is_heard(rubric: Rubric, belief: Misconception, text: str) -> bool:
    return belief.id in {found.id for found in marker_of_many().mark(rubric, text).misconceptions}


def framed(frame: str, text: str) -> str:
    own = text.rstrip(".")
    name = own[:2].isupper() or own.split()[0] in ("LoRA", "QLoRA", "I")
    return frame.format(it=own if name else own[0].lower() + own[1:], It=own)


TOLD_OF = (
    (
        "lora-or-full",
        "lora-is-second-rate",
        "There's this idea that LoRA is the poor man's version and real engineers tune everything. I don't buy it: the"
        " difference is a percent, two at most. You freeze the base, train two thin matrices per layer, and the rest"
        " stays as it was, so the model also unlearns less than it would if all of its weights moved.",
    ),
    (
        "tuning-over-rag",
        "tuning-teaches-facts",
        "When it's about how and not about what. RAG hands the model pages, it won't teach it manners, so a strict"
        " report format is where I'd tune. If the boss says tune it so it knows this week's prices, I'd refuse.",
    ),
    (
        "tuning-over-rag",
        "rag-changes-behaviour",
        "The customer expected that hooking up their style guide through RAG would make the bot sound like them. It"
        " quoted the style guide beautifully and went on writing like ChatGPT.",
    ),
)
"""The last is told as such by rules that were there; the trees heard it all the same, in the sentence behind it."""


@pytest.mark.parametrize(("question", "belief", "answer"), TOLD_OF, ids=[belief for _, belief, _ in TOLD_OF])
def test_what_is_told_of_others_accuses_nobody(question: str, belief: str, answer: str) -> None:
    found = marker_of_many().mark(rubrics(load_content())[question], answer).misconceptions
    assert belief not in {one.id for one in found}


@pytest.mark.parametrize("frame", DENIED)
def test_a_belief_that_is_denied_is_not_held(frame: str) -> None:
    assert len(beliefs()) >= 25
    accused = [text for rubric, belief, text in beliefs() if is_heard(rubric, belief, framed(frame, text))]
    assert len(accused) <= 1, accused


@pytest.mark.parametrize("frame", HELD)
def test_a_belief_in_similar_words_is_still_heard(frame: str) -> None:
    still = [text for rubric, belief, text in beliefs() if is_heard(rubric, belief, framed(frame, text))]
    assert len(still) >= 0.8 * len(beliefs())


def test_few_who_tell_a_belief_in_order_to_deny_it_are_taken_for_believers() -> None:
    said = yaml.safe_load((FIXTURES / "told-by-others.yaml").read_text(encoding="utf-8"))
    asked = [(rubric, one) for rubric in rubrics(load_content()).values() for one in rubric.misconceptions]
    counted = {
        kind: [is_heard(rubric, one, text) for rubric, one in asked if one.id in said for text in said[one.id][kind]]
        for kind in ("denied", "held")
    }
    assert (len(counted["denied"]), len(counted["held"])) == (354, 236)
    assert sum(counted["denied"]) <= 60 and sum(counted["held"]) >= 130


def test_what_follows_a_denied_belief_earns_its_points() -> None:
    points = (KeyPoint(id="behaviour", text="Fine-tuning changes how the model behaves, not what it knows."),)
    rubric = Rubric(id="q", question="What does fine-tuning change?", key_points=points, misconceptions=())
    answer = "Many say that fine-tuning teaches facts. That is wrong: fine-tuning changes how the model behaves."
    assert load_marker().mark(rubric, answer).points[0].verdict is not Verdict.MISSING
