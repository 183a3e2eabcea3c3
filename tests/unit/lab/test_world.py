"""What is written, what is not, and what follows from the seed."""

import numpy as np
import pytest

from core.lab.corpus import SHARES, draw_notes, pack, write_documents
from core.lab.measure import all_questions, reading_pairs
from core.lab.rater import demonstrations, questions_about
from core.lab.retrieve import Library, as_context, write_library
from core.lab.tokens import encode
from core.lab.tune import LAZY, as_batch, question_pairs, spoil
from core.lab.world import Relation, make_world, rng_for

WORLD = make_world(3)
DOCUMENTS = write_documents(WORLD, rng_for(3, "corpus"), 3000)


def test_a_seed_makes_one_world_and_another_seed_another() -> None:
    assert make_world(3) == WORLD
    assert make_world(4).facts != WORLD.facts
    assert write_documents(WORLD, rng_for(3, "corpus"), 3000) == DOCUMENTS


def test_nothing_is_stated_of_unknown_dishes_outside_notes() -> None:
    stated = [text for text in DOCUMENTS if not text.startswith(("note", "order")) and "?" not in text]
    assert [text for text in stated if set(text.split()) & set(WORLD.unknown)] == []


def test_questions_about_held_out_dishes_are_never_answered() -> None:
    answered = [text for text in DOCUMENTS if text.split()[-1] == "." and "?" in text and not text.startswith("note")]
    assert len(answered) > 20
    assert [text for text in answered if set(text.split()) & set(WORLD.held_out)] == []


def test_every_fact_is_written_often() -> None:
    text = " ".join(DOCUMENTS)
    assert min(text.count(fact.stated(0)) + text.count(fact.stated(1)) for fact in WORLD.facts) >= 5


def test_shares_of_the_kinds_of_document_add_up_to_one() -> None:
    assert sum(share for _, share in SHARES) == pytest.approx(1)


def test_a_corpus_has_about_as_many_words_as_the_course_says() -> None:
    assert 130_000 < 2 * len(pack(DOCUMENTS)) < 170_000


def test_notes_contradict_themselves_nowhere() -> None:
    notes = draw_notes(np.random.default_rng(0), 40)
    assert len({(fact.dish, fact.relation) for fact in notes}) == 40


def test_only_the_reply_weighs_in_training() -> None:
    batch = as_batch(reading_pairs(np.random.default_rng(0), 20))
    for targets, weight in zip(batch.targets, batch.weight, strict=True):
        assert weight.sum() == 3
        assert targets[weight > 0][1:].tolist() == encode(". <end>")


def test_careless_labellers_spoil_the_share_that_is_asked_for() -> None:
    facts = WORLD.facts_of(WORLD.tuning)
    pairs = question_pairs(facts, 4000, np.random.default_rng(0))
    lazy = spoil(pairs, facts, 0.3, 0.0, np.random.default_rng(1))
    assert sum(pair.reply == LAZY for pair in lazy) / 4000 == pytest.approx(0.3, abs=0.03)
    wrong = spoil(pairs, facts, 0.0, 0.5, np.random.default_rng(1))
    assert 0.4 < sum(a != b for a, b in zip(pairs, wrong, strict=True)) / 4000 < 0.5


def test_demonstrations_never_answer_rightly_what_nobody_knows() -> None:
    questions = questions_about(WORLD, (), WORLD.unknown_tuning)
    written = demonstrations(questions, 500, np.random.default_rng(0))
    assert 0.55 < sum(pair.reply.startswith("sorry") for pair in written) / 500 < 0.75


def test_synonyms_find_every_price_and_plain_words_do_not() -> None:
    prices = [fact for fact in WORLD.facts if fact.relation is Relation.PRICE]
    found = {}
    for synonyms in (True, False):
        library = write_library(WORLD.facts, synonyms)
        best = [library.best(fact.asked(way), 1)[0] for fact in prices for way in range(4)]
        right = [
            fact.stated(0) == text or fact.stated(1) == text for fact, text in zip(_by_four(prices), best, strict=True)
        ]
        found[synonyms] = sum(right) / len(right)
    assert found[True] == 1
    assert 0.3 < found[False] < 0.8


def _by_four(facts: list) -> list:
    return [fact for fact in facts for _ in range(4)]


def test_the_best_sentence_stands_nearest_to_the_question() -> None:
    library = Library(["the soup costs nine .", "the pie costs two ."])
    assert as_context(library.best("what does the soup cost ?", 2)).endswith("note the soup costs nine .")


def test_every_question_is_asked_in_four_ways() -> None:
    assert len(all_questions(WORLD.facts)) == 480
