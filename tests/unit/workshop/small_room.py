"""A room for tests, with a step to show, a vote, the guide and a discussion; and moments after its opening."""

from datetime import UTC, datetime, timedelta

from core.content.agendas import Agenda, DiscussStep, GuideStep, ShowStep, VoteStep
from core.content.choice_items import SingleChoice
from core.content.item_base import Choice
from core.workshop.apply import apply, opened_room
from core.workshop.events import AnyEvent
from core.workshop.host import open_room
from core.workshop.participant import join
from core.workshop.room import Room

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WHY = "Because the chapter says so."
ITEM = SingleChoice(
    kind="single-choice",
    id="frozen",
    source="lora",
    node="fine-tuning",
    claims=("lora-name",),
    question="What stays frozen?",
    explanation=WHY,
    options=(
        Choice(id="base", text="The base weights", correct=True, why=WHY),
        Choice(id="adapter", text="The adapter", why=WHY, misconception="lora-retrains-everything"),
        Choice(id="head", text="The output layer", why=WHY, misconception="lora-retrains-everything"),
    ),
)
AGENDA = Agenda(
    id="short",
    title="A short workshop",
    description="Three steps.",
    steps=(
        ShowStep(id="hello", title="Welcome", minutes=2, notes="Say hello.", stage="sft"),
        VoteStep(id="frozen", title="Vote", minutes=5, notes="Ask.", item="frozen", rounds=2, seconds=60),
        GuideStep(id="guide", title="Decide", minutes=10, notes="Read it.", case="A shop.", seconds=30),
        DiscussStep(id="end", title="Talk", minutes=5, notes="Listen.", prompt="What will you try?"),
    ),
)


def later(seconds: float) -> datetime:
    """So many seconds after the start."""
    return START + timedelta(seconds=seconds)


def after(room: Room, *events: AnyEvent) -> Room:
    """The room after events."""
    for event in events:
        room = apply(room, event)
    return room


def fresh_room(*names: str) -> Room:
    """An open room with people, whose ids are their names in small letters."""
    room = opened_room(open_room("ABC-234", AGENDA, "en", START))
    for name in names:
        room = after(room, *join(room, name.casefold(), name, later(1)))
    return room
