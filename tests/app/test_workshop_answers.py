"""The answers of a vote as all screens of a room show them."""

from datetime import UTC, datetime

import pytest

from core.content.agendas import VoteStep
from core.content.arranged_items import Match, Order
from core.content.choice_items import TrueFalse
from core.content.graphs import Question
from core.content.items import AnyItem
from core.quiz.answers import Arranged, Judged, Matched, Picked
from core.quiz.display import shown_order
from core.quiz.option_texts import option_texts
from core.quiz.right_answer import right_answer
from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.picks import answer_words
from core.workshop.vote_events import Voted
from tests.app.pages import plain_words, ran, words
from tests.app.rooms import NOW, found, hosting, joined, room
from tests.read_once import load_content

LORA = next(item for item in load_content().items if item.question == "Which of these hold for LoRA?")

PLANT = load_content().item_by_id["case-plant-rules-stand-still"]


def test_big_screen_lists_the_answers_in_the_order_of_the_phones() -> None:
    test, code = hosting()
    step = VoteStep(id="lora", title="Vote", minutes=4, notes="Ask.", item=LORA.id, rounds=1)
    store = own_store().rooms
    store.act(code, lambda one: host.set_steps(one, [*one.steps, step], NOW))
    store.act(code, lambda one: host.show(one, "lora", NOW))
    wanted = [option_texts(LORA)[name] for name in shown_order(LORA, code)]
    assert in_order(words(ran(test)), wanted)
    store.act(code, lambda one: host.open_vote(one, "lora", NOW))
    store.act(code, lambda one: host.show_results(one, NOW))
    assert in_order(words(ran(test)), wanted)


def test_phone_says_that_true_or_false_counts_only_with_its_reason() -> None:
    code, now = "AWT-234", datetime.now(UTC)
    item = next(item for item in load_content().items if isinstance(item, TrueFalse))
    store, ballot = room(code), "holds.1"
    step = VoteStep(id="holds", title="Vote", minutes=4, notes="Ask.", item=item.id, rounds=1)
    store.rooms.act(code, lambda one: host.set_steps(one, [*one.steps, step], now))
    store.rooms.act(code, lambda one: host.show(one, "holds", now))
    store.rooms.act(code, lambda one: host.open_vote(one, "holds", now))
    test = joined(code, "Ada")
    assert "It counts once" not in words(test)
    test.radio(key=f"vote-{ballot}.verdict").set_value("true")
    assert "It counts once you have said why." in words(ran(test)) and not found(code).ballots[ballot].picks
    test.radio(key=f"vote-{ballot}.reason").set_value(item.reasons[0].id)
    told = words(ran(test))
    assert "It counts once" not in told and pick_of(code, ballot) == Judged(holds=True, reason=item.reasons[0].id)


def in_order(drawn: str, wanted: list[str]) -> bool:
    plain = drawn.replace("\N{NO-BREAK SPACE}", " ")
    places = [plain.find(text) for text in wanted]
    return -1 not in places and places == sorted(places)


def voted_elsewhere(code: str, ballot: str, option: str, asked: AnyItem | Question) -> None:
    """A vote that the one person of a room gives on another of their screens."""
    person = found(code).present[0].id
    voted = Voted(at=datetime.now(UTC), ballot=ballot, person=person, answer=Picked(options=(option,)))
    own_store().rooms.act(code, lambda one: participant.vote(one, voted, asked))


def pick_of(code: str, ballot: str) -> object:
    return next(iter(found(code).ballots[ballot].picks.values()))


def test_vote_on_another_screen_of_the_same_person_is_shown_and_can_be_taken_back_here() -> None:
    code, ballot = "AWB-234", "vote-plant.1"
    store, now = room(code), datetime.now(UTC)
    store.rooms.act(code, lambda one: host.show(one, "vote-plant", now))
    store.rooms.act(code, lambda one: host.open_vote(one, "vote-plant", now))
    test = joined(code, "Ada")
    test.radio(key=f"vote-{ballot}.pick").set_value("fine-tune")
    ran(test)
    voted_elsewhere(code, ballot, "rag", PLANT)
    assert [one.value for one in ran(test).radio] == ["rag"]
    assert "Your pick: RAG." in words(test) and pick_of(code, ballot) == Picked(options=("rag",))
    test.radio[0].set_value("fine-tune")
    ran(test)
    assert pick_of(code, ballot) == Picked(options=("fine-tune",))
    assert [one.value for one in ran(test).radio] == ["fine-tune"]


def test_what_was_just_changed_here_wins_over_a_vote_on_another_screen() -> None:
    code = "AWC-234"
    store, now = room(code), datetime.now(UTC)
    question = load_content().guide.questions[0]
    first, second, third = (option.id for option in question.options[:3])
    ballot = f"our-case.{question.id}.1"
    store.rooms.act(code, lambda one: host.show(one, "our-case", now))
    store.rooms.act(code, lambda one: host.open_guide_vote(one, "our-case", question.id, now))
    test = joined(code, "Ada")
    test.radio[0].set_value(first)
    ran(test)
    voted_elsewhere(code, ballot, second, question)
    test.radio[0].set_value(third)
    ran(test)
    assert pick_of(code, ballot) == Picked(options=(third,))
    voted_elsewhere(code, ballot, second, question)
    assert [one.value for one in ran(test).radio] == [second]


@pytest.mark.parametrize("kind", ["match", "order", "cloze", "short-text"])
def test_big_screen_says_how_many_were_right_where_there_are_no_options(kind: str) -> None:
    test, code = hosting()
    item = next(one for one in load_content().items if one.kind == kind)
    other = next(one for one in load_content().items if one.kind == kind and one is not item)
    step = VoteStep(id="added", title="Vote", minutes=4, notes="Ask.", item=item.id, rounds=1)
    store, now = own_store().rooms, datetime.now(UTC)
    store.act(code, lambda one: host.set_steps(one, [*one.steps, step], now))
    store.act(code, lambda one: host.show(one, "added", now))
    store.act(code, lambda one: host.open_vote(one, "added", now))
    for person, answered in (("Ada", item), ("Bo", item), ("Cy", other)):
        pick = Voted(at=now, ballot="added.1", person=person, answer=right_answer(answered))
        store.act(code, lambda one, person=person: participant.join(one, person, person, now))
        store.act(code, lambda _, pick=pick: (pick,))
    store.act(code, lambda one: host.show_results(one, now))
    bars = words(ran(test)).partition('class="ll-votes')[2]
    wanted = ["Right", "width: 66.7%", "Not quite", "width: 33.3%", f"Right answer: {answer_words(item)}"]
    assert in_order(bars, wanted) and "other" not in bars.partition("Right answer")[0]


@pytest.mark.parametrize("kind", ["match", "order"])
def test_right_answer_of_what_was_arranged_is_a_list_on_the_big_screen_and_on_the_phones_after_the_end(
    kind: str,
) -> None:
    test, code = hosting()
    item = next(one for one in load_content().items if one.kind == kind)
    step = VoteStep(id="added", title="Vote", minutes=4, notes="Ask.", item=item.id, rounds=1)
    store, now = own_store().rooms, datetime.now(UTC)
    phone = joined(code, "Ada")
    store.act(code, lambda one: host.set_steps(one, [*one.steps, step], now))
    store.act(code, lambda one: host.show(one, "added", now))
    store.act(code, lambda one: host.open_vote(one, "added", now))
    wrong = Arranged(steps=()) if isinstance(item, Order) else Matched(pairs=())
    pick = Voted(at=now, ballot="added.1", person=found(code).present[0].id, answer=wrong)
    store.act(code, lambda _: (pick,))
    store.act(code, lambda one: host.show_results(one, now))
    match item:
        case Order():
            listed = "".join(f"<li>{one.text}</li>" for one in item.steps)
        case Match():
            listed = "".join(f"<dt>{one.left}</dt><dd>{one.right}</dd>" for one in item.pairs)
    assert listed in words(ran(test)).partition("<p>Right answer:</p>")[2]
    store.act(code, lambda one: host.close(one, now))
    assert listed in words(ran(phone)).partition("<p>Right answer:</p>")[2]


def test_big_screen_tells_the_right_verdict_with_its_reason_from_that_for_another() -> None:
    test, code = hosting()
    item = next(one for one in load_content().items if isinstance(one, TrueFalse) and not one.answer)
    right, wrong = (next(one for one in item.reasons if one.correct is good) for good in (True, False))
    step = VoteStep(id="holds", title="Vote", minutes=4, notes="Ask.", item=item.id, rounds=1)
    store, now = own_store().rooms, datetime.now(UTC)
    store.act(code, lambda one: host.set_steps(one, [*one.steps, step], now))
    store.act(code, lambda one: host.show(one, "holds", now))
    store.act(code, lambda one: host.open_vote(one, "holds", now))
    answers = ((False, right), (False, wrong), (False, wrong), (True, wrong))
    for person, (holds, reason) in zip(("Ada", "Bo", "Cy", "Di"), answers, strict=True):
        pick = Voted(at=now, ballot="holds.1", person=person, answer=Judged(holds=holds, reason=reason.id))
        store.act(code, lambda one, person=person: participant.join(one, person, person, now))
        store.act(code, lambda _, pick=pick: (pick,))
    store.act(code, lambda one: host.show_results(one, now))
    drawn = words(ran(test))
    first, second = f"False: {right.text}", "False, for another reason"
    assert "25 % right." in drawn.replace("\N{NO-BREAK SPACE}", " ")
    bars = drawn.partition('class="ll-votes')[2]
    wanted = ["True", "width: 25.0%", first, "check_circle", "width: 25.0%", second, "width: 50.0%"]
    assert in_order_again(bars, wanted)


def in_order_again(drawn: str, wanted: list[str]) -> bool:
    """Whether texts, some of which are there several times, follow each other."""
    rest = drawn.replace("\N{NO-BREAK SPACE}", " ")
    for text in wanted:
        _, found, rest = rest.partition(text)
        if not found:
            return False
    return True


@pytest.mark.parametrize("kind", ["match", "order", "cloze"])
def test_big_screen_shows_what_is_to_be_arranged_or_filled(kind: str) -> None:
    test, code = hosting()
    item = next(one for one in load_content().items if one.kind == kind)
    step = VoteStep(id="added", title="Vote", minutes=4, notes="Ask.", item=item.id, rounds=1)
    store = own_store().rooms
    store.act(code, lambda one: host.set_steps(one, [*one.steps, step], NOW))
    store.act(code, lambda one: host.show(one, "added", NOW))
    match item:
        case Order():
            texts = {one.id: one.text for one in item.steps}
            wanted = [texts[name] for name in shown_order(item, code)]
        case Match():
            wanted = [pair.left for pair in item.pairs]
        case _:
            wanted = [part.strip() for part in item.stem.split("…")]
    assert in_order(words(ran(test)).partition('class="ll-big')[2], [item.question, *wanted])


@pytest.mark.parametrize(("kind", "code"), [("match", "AWM-235"), ("order", "AWR-235"), ("cloze", "AWC-235")])
def test_phone_has_what_was_arranged_or_filled_in_its_form_and_says_it_once_the_vote_is_over(
    kind: str, code: str
) -> None:
    now = datetime.now(UTC)
    item = next(one for one in load_content().items if one.kind == kind)
    step = VoteStep(id="added", title="Vote", minutes=4, notes="Ask.", item=item.id, rounds=2)
    store = room(code).rooms
    store.act(code, lambda one: host.set_steps(one, [*one.steps, step], now))
    store.act(code, lambda one: host.show(one, "added", now))
    store.act(code, lambda one: host.open_vote(one, "added", now))
    test = joined(code, "Ada")
    pick = Voted(at=now, ballot="added.1", person=found(code).present[0].id, answer=right_answer(item))
    store.act(code, lambda one: participant.vote(one, pick, item))
    assert "Your answer is in. Change it until time ends." in words(ran(test))
    store.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    assert f"Your pick: {answer_words(item)}. The vote is over." in plain_words(ran(test))
