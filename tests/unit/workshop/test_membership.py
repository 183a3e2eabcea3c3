"""Who comes and goes: a name is changed, and who leaves keeps their votes and is not counted."""

import pytest

from core.quiz.answers import Picked
from core.workshop import host, participant
from core.workshop.errors import WorkshopError
from core.workshop.events import event_json, read_event
from core.workshop.letting_back import let_back, sent_out
from core.workshop.report import workshop_report
from core.workshop.vote_events import Voted
from tests.unit.workshop.small_room import ITEM, after, fresh_room, later

RIGHT = Picked(options=("base",))


def test_name_is_changed_and_made_fit_beside_the_others_and_not_beside_itself() -> None:
    room = fresh_room("Ada", "Bo")
    room = after(room, *participant.rename(room, "ada", " bo ", later(5)))
    assert [one.name for one in room.present] == ["bo 2", "Bo"]
    assert participant.rename(room, "ada", "bo 2", later(6)) == ()
    with pytest.raises(WorkshopError, match="Type a name"):
        participant.rename(room, "ada", "  ", later(7))
    with pytest.raises(WorkshopError, match="not in this room"):
        participant.rename(room, "cy", "Cy", later(8))


def test_who_leaves_keeps_their_vote_and_comes_back_as_who_they_were() -> None:
    room = fresh_room("Ada", "Bo")
    room = after(room, *host.move(room, 1, later(10)))
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    room = after(room, Voted(at=later(21), ballot="frozen.1", person="ada", answer=RIGHT))
    room = after(room, *participant.leave(room, "ada", later(30)))
    assert [one.name for one in room.present] == ["Bo"] and participant.leave(room, "ada", later(31)) == ()
    report = workshop_report(room, {ITEM.id: ITEM})
    assert (report.people, report.removed, report.questions[0].voters) == (2, 0, (1,))
    assert [(one.name, one.answered) for one in report.persons] == [("Ada", 1), ("Bo", 0)]
    room = after(room, *host.set_lock(room, True, later(40)))
    room = after(room, *participant.join(room, "ada", "Ada", later(50)))
    assert room.has("ada") and room.ballots["frozen.1"].picks == {"ada": RIGHT}


def test_who_was_sent_out_does_not_come_back_by_leaving() -> None:
    room = fresh_room("Ada")
    room = after(room, *host.remove(room, "ada", later(5)))
    assert participant.leave(room, "ada", later(6)) == ()
    with pytest.raises(WorkshopError, match="removed you"):
        participant.join(room, "ada", "Ada", later(7))


def test_who_left_cannot_be_sent_out_and_both_events_are_read_as_they_were_written() -> None:
    room = fresh_room("Ada")
    events = (*participant.rename(room, "ada", "Bo", later(5)), *participant.leave(room, "ada", later(6)))
    assert [read_event(event_json(event)) for event in events] == list(events)
    assert host.remove(after(room, *events), "ada", later(7)) == ()


def test_host_takes_in_again_whom_they_sent_out_with_their_vote_and_a_name_that_is_free() -> None:
    room = fresh_room("Ada", "Bo")
    room = after(room, *host.move(room, 1, later(10)))
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    room = after(room, Voted(at=later(21), ballot="frozen.1", person="ada", answer=RIGHT))
    room = after(room, *host.remove(room, "ada", later(22)))
    room = after(room, *participant.join(room, "cy", "Ada", later(23)))
    assert [one.id for one in sent_out(room)] == ["ada"] and let_back(room, "bo", later(24)) == ()
    events = let_back(room, "ada", later(24))
    assert [read_event(event_json(event)) for event in events] == list(events)
    room = after(room, *events)
    assert {one.id: one.name for one in room.present} == {"ada": "Ada 2", "bo": "Bo", "cy": "Ada"}
    assert sent_out(room) == () and let_back(room, "ada", later(25)) == ()
    assert room.ballots["frozen.1"].picks == {"ada": RIGHT}


def test_who_was_gone_before_the_workshop_began_took_no_part_in_it_unless_they_came_back() -> None:
    room = fresh_room("Ada", "Bo", "Cy", "Di", "Ed")
    for gone in ("bo", "cy"):
        room = after(room, *participant.leave(room, gone, later(5)))
    for gone in ("di", "ed"):
        room = after(room, *host.remove(room, gone, later(6)))
    room = after(room, *host.begin(room, later(10)), *participant.leave(room, "ada", later(11)))
    report = workshop_report(room, {})
    assert (report.people, report.removed, [one.name for one in report.persons]) == (1, 0, ["Ada"])
    room = after(room, *participant.join(room, "bo", "Bo", later(20)), *let_back(room, "di", later(21)))
    report = workshop_report(room, {})
    assert (report.people, report.removed, [one.name for one in report.persons]) == (3, 0, ["Ada", "Bo", "Di"])
