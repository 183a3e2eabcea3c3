"""The answers of a vote as all screens of a room show them."""

from core.content.agendas import VoteStep
from core.content.loader import load_content
from core.quiz.display import shown_order
from core.quiz.option_texts import option_texts
from core.web.process import own_store
from core.workshop import host
from tests.app.pages import ran, words
from tests.app.rooms import NOW, hosting

LORA = next(item for item in load_content().items if item.question == "Which of these hold for LoRA?")


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


def in_order(drawn: str, wanted: list[str]) -> bool:
    plain = drawn.replace("\N{NO-BREAK SPACE}", " ")
    places = [plain.find(text) for text in wanted]
    return -1 not in places and places == sorted(places)
