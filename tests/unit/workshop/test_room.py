"""What a room takes and refuses, and that its log alone makes it again."""

from datetime import timedelta

import pytest

from core.quiz.answers import Picked
from core.workshop import host, participant
from core.workshop.apply import apply, room_of
from core.workshop.clock import ClockState, step_clock
from core.workshop.errors import WorkshopError
from core.workshop.events import AnyEvent, Pace, RoomOpened, StepShown, event_json, read_event
from core.workshop.host import open_room
from core.workshop.room import Room
from core.workshop.vote_events import BallotOpened, Voted
from core.workshop.votes import advice, moves, share_right, votes_by_option
from tests.unit.workshop.small_room import AGENDA, ITEM, START, after, fresh_room, later

RIGHT, WRONG = Picked(options=("base",)), Picked(options=("adapter",))


def vote_opened(seconds: float) -> BallotOpened:
    """The first round of the vote begins."""
    return BallotOpened(at=later(seconds), ballot="frozen.1", step="frozen", closes=later(seconds + 60))


def voting(*names: str) -> Room:
    """A room whose first round is open."""
    room = fresh_room(*names)
    room = after(room, *host.move(room, 1, later(10)))
    return after(room, *host.open_vote(room, "frozen", later(20)))


def voted(room: Room, person: str, answer: Picked, seconds: float, ballot: str = "frozen.1") -> Room:
    """The room after a vote."""
    pick = Voted(at=later(seconds), ballot=ballot, person=person, answer=answer)
    return after(room, *participant.vote(room, pick, ITEM))


def test_two_people_of_one_name_are_told_apart() -> None:
    room = fresh_room("Ada")
    room = after(room, *participant.join(room, "second", "Ada", later(2)))
    assert [person.name for person in room.present] == ["Ada", "Ada 2"]


def test_joining_again_changes_nothing() -> None:
    room = fresh_room("Ada")
    assert participant.join(room, "ada", "Eve", later(5)) == ()


def test_removed_person_cannot_come_back_or_vote() -> None:
    room = voting("Ada", "Bo")
    room = after(room, *host.remove(room, "bo", later(21)))
    with pytest.raises(WorkshopError, match="removed you from this room"):
        participant.join(room, "bo", "Bo", later(22))
    with pytest.raises(WorkshopError, match="removed you from this room"):
        participant.check_admitted(room, "bo")
    with pytest.raises(WorkshopError, match="not in this room"):
        voted(room, "bo", RIGHT, 23)


def test_locked_room_takes_back_its_own_and_refuses_newcomers() -> None:
    room = fresh_room("Ada")
    room = after(room, *host.set_lock(room, True, later(3)))
    assert participant.join(room, "ada", "Ada", later(4)) == ()
    with pytest.raises(WorkshopError, match="locked"):
        participant.join(room, "eve", "Eve", later(4))


def test_last_vote_before_the_end_counts_and_none_after() -> None:
    room = voted(voted(voting("Ada"), "ada", WRONG, 30), "ada", RIGHT, 79.9)
    with pytest.raises(WorkshopError, match="has ended"):
        voted(room, "ada", WRONG, 80)
    late = Voted(at=later(80), ballot="frozen.1", person="ada", answer=WRONG)
    assert apply(room, late).ballots["frozen.1"].picks == {"ada": RIGHT}


def test_vote_for_an_option_that_is_not_there_is_refused() -> None:
    with pytest.raises(WorkshopError):
        voted(voting("Ada"), "ada", Picked(options=("tea",)), 30)


def test_second_round_locks_the_first_and_shows_how_people_moved() -> None:
    room = voting("Ada", "Bo", "Cy")
    for person, pick in (("ada", WRONG), ("bo", RIGHT), ("cy", WRONG)):
        room = voted(room, person, pick, 30)
    assert share_right(ITEM, room.ballots["frozen.1"]) == pytest.approx(1 / 3)
    with pytest.raises(WorkshopError, match="first round is open"):
        host.show_results(room, later(40))
    room = after(room, *host.open_vote(room, "frozen", later(90)))
    room = voted(room, "ada", RIGHT, 95, "frozen.2")
    room = voted(room, "bo", WRONG, 95, "frozen.2")
    with pytest.raises(WorkshopError, match="has ended"):
        voted(room, "cy", RIGHT, 96, "frozen.1")
    found = moves(ITEM, room.ballots["frozen.1"], room.ballots["frozen.2"])
    assert (found.both, found.wrong_to_right, found.right_to_wrong) == (2, 1, 1)
    assert votes_by_option(room.ballots["frozen.2"]) == {"base": 1, "adapter": 1}
    room = after(room, *host.show_results(room, later(100)))
    assert "frozen" in room.results and room.open_ballot(later(100)) is None
    with pytest.raises(WorkshopError, match="has been voted on"):
        host.open_vote(room, "frozen", later(101))


def test_second_round_opened_while_the_first_is_on_ends_it() -> None:
    room = voting("Ada")
    assert host.open_vote(room, "frozen", later(25)) == ()
    room = after(room, *host.close_vote(room, later(30)))
    room = after(room, *host.open_vote(room, "frozen", later(31)))
    assert [ballot.is_open(later(32)) for ballot in room.ballots_of("frozen")] == [False, True]


@pytest.mark.parametrize(
    ("share", "word"), [(0.29, "Explain"), (0.3, "Discuss"), (0.7, "Discuss"), (0.71, "Show the results, say a few")]
)
def test_advice_changes_at_30_and_70_per_cent(share: float, word: str) -> None:
    assert advice(share).startswith(word)


def test_going_on_ends_an_open_vote() -> None:
    room = voting("Ada")
    room = after(room, *host.move(room, 1, later(30)))
    assert room.step_id == "guide" and room.open_ballot(later(30)) is None


def test_moving_past_either_end_stays() -> None:
    room = fresh_room()
    assert host.move(room, -1, later(1)) == ()
    room = after(room, *host.show(room, "end", later(2)))
    assert host.move(room, 1, later(3)) == ()


def test_clock_turns_at_80_and_past_100_per_cent_and_knows_how_late_the_room_is() -> None:
    room = after(fresh_room(), *host.begin(fresh_room(), later(0)))
    states = [step_clock(room, later(seconds)).state for seconds in (95, 96, 120, 121)]
    assert states == [ClockState.CALM, ClockState.SOON, ClockState.SOON, ClockState.OVER]
    room = after(room, *host.move(room, 1, later(180)))
    assert step_clock(room, later(180)).behind_s == pytest.approx(60)


def test_clock_stands_in_the_lobby_and_runs_from_its_end() -> None:
    room = fresh_room()
    waits = step_clock(room, later(1200))
    assert (waits.spent_s, waits.behind_s, waits.state, waits.runs) == (0, 0, ClockState.CALM, False)
    room = after(room, *host.begin(room, later(1200)))
    assert room.step_id == "hello" and host.begin(room, later(1201)) == ()
    assert (step_clock(room, later(1230)).spent_s, step_clock(room, later(1230)).runs) == (30, True)


def test_first_step_forward_leaves_the_lobby_too() -> None:
    room = after(fresh_room(), *host.move(fresh_room(), 1, later(1200)))
    assert room.begun == later(1200) and room.step_id == "frozen"
    assert step_clock(room, later(1200)).behind_s == pytest.approx(-120), "its two minutes were not used"


@pytest.mark.parametrize("left", [StepShown(at=later(180), step="frozen"), vote_opened(180)])
def test_log_of_before_beginnings_counts_from_its_opening(left: AnyEvent) -> None:
    assert after(fresh_room(), left).begun == START
    moved = after(fresh_room(), StepShown(at=later(180), step="frozen"))
    assert step_clock(moved, later(180)).behind_s == pytest.approx(60)


def test_agenda_can_lose_the_step_that_is_on() -> None:
    room = fresh_room()
    room = after(room, *host.show(room, "guide", later(5)))
    rest = tuple(step for step in room.steps if step.id != "guide")
    room = after(room, *host.set_steps(room, rest, later(6)))
    assert room.step_id == "frozen"


def test_same_step_twice_is_refused() -> None:
    with pytest.raises(WorkshopError, match="already"):
        host.set_steps(fresh_room(), (*AGENDA.steps, AGENDA.steps[0]), later(1))


@pytest.mark.parametrize("count", [0, host.MOST_STEPS + 1])
def test_agenda_has_neither_no_step_nor_too_many(count: int) -> None:
    steps = [AGENDA.steps[0].model_copy(update={"id": f"s{number}"}) for number in range(count)]
    with pytest.raises(WorkshopError, match="An agenda has 1 to 60 steps"):
        host.set_steps(fresh_room(), steps, later(1))


def test_room_reopens_within_a_day_only() -> None:
    room = fresh_room()
    room = after(room, *host.close(room, later(60)))
    with pytest.raises(WorkshopError, match="ended"):
        host.move(room, 1, later(61))
    with pytest.raises(WorkshopError, match="more than a day"):
        host.reopen(room, later(61) + timedelta(days=1))
    assert after(room, *host.reopen(room, later(70))).closed is None


def test_questions_can_be_asked_upvoted_answered_and_turned_off() -> None:
    room = fresh_room("Ada", "Bo")
    room = after(room, *participant.ask(room, "ada", "q1", " Why LoRA? ", later(5)))
    with pytest.raises(WorkshopError, match="few seconds"):
        participant.ask(room, "ada", "q2", "And?", later(6))
    assert participant.upvote(room, "ada", "q1", True, later(7)) == ()
    room = after(room, *participant.upvote(room, "bo", "q1", True, later(7)))
    assert participant.upvote(room, "bo", "q1", True, later(8)) == ()
    room = after(room, *host.mark_answered(room, "q1", later(9)))
    assert room.questions["q1"].text == "Why LoRA?" and room.questions["q1"].upvoters == {"bo"}
    assert room.questions["q1"].answered
    room = after(room, *host.set_voice(room, False, False, later(10)))
    with pytest.raises(WorkshopError, match="turned questions off"):
        participant.ask(room, "bo", "q3", "Why?", later(11))
    with pytest.raises(WorkshopError, match="turned the speed gauge off"):
        participant.feel(room, "bo", Pace.TOO_FAST, later(11))


def test_log_of_a_whole_workshop_makes_the_same_room_through_json() -> None:
    log: list[AnyEvent] = [open_room("ABC-234", AGENDA, "en", START)]

    def take(events: tuple[AnyEvent, ...]) -> Room:
        log.extend(events)
        return room_of(log)

    room = room_of(log)
    for name in ("Ada", "Bo", "Cy"):
        room = take(participant.join(room, name.casefold(), name, later(1)))
    room = take(host.move(room, 1, later(60)))
    for number in (1, 2):
        room = take(host.open_vote(room, "frozen", later(60 + number * 70)))
        for person, pick in (("ada", RIGHT), ("bo", WRONG if number == 1 else RIGHT)):
            ballot = Voted(at=later(65 + number * 70), ballot=f"frozen.{number}", person=person, answer=pick)
            room = take(participant.vote(room, ballot, ITEM))
    room = take(host.show_results(room, later(300)))
    room = take(participant.ask(room, "cy", "q", "Why?", later(301)))
    room = take(host.close(room, later(400)))
    replayed = room_of(read_event(event_json(event)) for event in log)
    assert replayed == room and replayed.version == len(log)
    assert isinstance(log[0], RoomOpened)
