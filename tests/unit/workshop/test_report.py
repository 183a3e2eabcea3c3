"""The report's numbers, from a room whose votes are written out."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from core.content.agendas import VoteStep
from core.export.workshop_csv import report_csv
from core.export.workshop_report import report_markdown, rounds_words
from core.language.in_force import speaking
from core.quiz.answers import Picked
from core.workshop import host, participant
from core.workshop.left_out import leave_out
from core.workshop.report import answered_items, missed_items, workshop_report
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from tests.read_once import load_content
from tests.unit.workshop.small_room import ITEM, after, fresh_room, later

ITEMS = {ITEM.id: ITEM}
ROUNDS = {"frozen.1": {"ada": "adapter", "bo": "base", "cy": "head"}, "frozen.2": {"ada": "base", "bo": "base"}}


def voted_room() -> Room:
    """Three people, two rounds; the last did not vote again."""
    room = fresh_room("Ada", "Bo", "Cy")
    room = after(room, *host.show(room, "frozen", later(10)))
    for number, (ballot, picks) in enumerate(ROUNDS.items()):
        room = after(room, *host.open_vote(room, "frozen", later(20 + 100 * number)))
        for person, option in picks.items():
            pick = Voted(at=later(30 + 100 * number), ballot=ballot, person=person, answer=Picked(options=(option,)))
            room = after(room, *participant.vote(room, pick, ITEM))
    return after(room, *participant.ask(room, "cy", "q", "Why | <b>frozen</b>?", later(300)))


def test_each_question_has_both_rounds_and_the_moves() -> None:
    (question,) = workshop_report(voted_room(), ITEMS).questions
    assert question.voters == (3, 2)
    assert [round(share or 0, 3) for share in question.shares] == [0.333, 1.0]
    assert question.moves and (question.moves.wrong_to_right, question.moves.right_to_wrong) == (1, 0)
    assert round(question.hardness, 3) == 0.667


def test_who_was_sent_out_is_not_among_the_people_of_the_report() -> None:
    room = voted_room()
    room = after(room, *host.remove(room, "cy", later(400)))
    assert [one.name for one in workshop_report(room, ITEMS).persons] == ["Ada", "Bo"]


def test_what_was_voted_on_is_reported_when_its_step_is_left_out_later() -> None:
    room = voted_room()
    without = after(room, *leave_out(room, "frozen", later(400)))
    assert workshop_report(without, ITEMS) == workshop_report(room, ITEMS)
    assert answered_items(without, "ada", ITEMS) == ("frozen",)


def test_share_is_told_with_its_number_where_not_as_many_voted_in_both_rounds() -> None:
    report = workshop_report(voted_room(), ITEMS)
    assert "| 2 | 33 % of 3 | 100 % of 2 | 1 | 0 |" in report_markdown(report, names=False)
    assert rounds_words(report.questions[0]) == "3 voted in round 1, 2 in round 2."
    assert rounds_words(replace(report.questions[0], voters=(2, 2))) == ""
    (row, *_) = csv.DictReader(io.StringIO(report_csv(report, names=False)))
    assert (row["voted_round_1"], row["voted"]) == ("3", "2")


def test_text_with_an_error_is_reported_with_what_was_asked_of_it() -> None:
    item = load_content().item_by_id["what-the-reward-model-does"]
    step = VoteStep(id="spot", title="Spot it", minutes=2, notes="One part.", item=item.id)
    room = after(fresh_room("Ada"), *host.set_steps(fresh_room(), (step,), later(10)))
    room = after(room, *host.open_vote(room, "spot", later(20)))
    (question,) = workshop_report(room, {item.id: item}).questions
    assert question.question.startswith("Which part of this candidate's answer is wrong? In RLHF raters see two")
    assert question.answer == "From their picks a reward model learns to write better answers."  # the wrong part


def test_person_is_judged_by_the_last_round_that_they_voted_in() -> None:
    persons = workshop_report(voted_room(), ITEMS).persons
    assert [(one.name, one.answered, one.right) for one in persons] == [("Ada", 1, 1), ("Bo", 1, 1), ("Cy", 1, 0)]


def test_host_and_phone_count_the_same_answers_of_a_person() -> None:
    room = voted_room()
    phones = [
        (len(answered_items(room, one, ITEMS)), len(missed_items(room, one, ITEMS))) for one in ("ada", "bo", "cy")
    ]
    persons = workshop_report(room, ITEMS).persons
    assert [(one.answered, one.answered - one.right) for one in persons] == phones


def test_missed_items_are_those_wrong_at_the_end() -> None:
    room = voted_room()
    assert [missed_items(room, person, ITEMS) for person in ("ada", "bo", "cy")] == [(), (), ("frozen",)]


def test_answered_items_are_those_voted_on_in_any_round() -> None:
    room = voted_room()
    assert [answered_items(room, person, ITEMS) for person in ("ada", "cy", "dee")] == [("frozen",), ("frozen",), ()]


def test_markdown_holds_no_live_html_of_a_participant_and_names_only_when_wanted() -> None:
    report = workshop_report(voted_room(), ITEMS)
    text = report_markdown(report, names=False)
    assert "<b>" not in text and "Ada" not in text and "33 %" in text and "100 %" in text
    assert "| Ada | 1 | 1 |" in report_markdown(report, names=True)


def test_name_that_is_markup_is_text_in_the_report() -> None:
    text = report_markdown(workshop_report(fresh_room("<b>Ada</b> | [x](http://a)"), ITEMS), names=True)
    assert "Ada" in text
    assert not any(live in text for live in ("<b>", "Ada</b> |", "[x](", "http://"))


def test_name_between_dollar_signs_is_no_formula_in_the_report() -> None:
    assert r"\$x\$" in report_markdown(workshop_report(fresh_room("$x$"), ITEMS), names=True)


def test_csv_reads_back() -> None:
    rows = list(csv.DictReader(io.StringIO(report_csv(workshop_report(voted_room(), ITEMS), names=True))))
    assert rows[0]["right_round_1"] == "0.3333" and rows[0]["right_round_2"] == "1.0000"
    assert rows[0]["answer"] == "The base weights"
    assert [(row["kind"], row["text"], row["votes"]) for row in rows[1:2]] == [("asked", "Why | <b>frozen</b>?", "0")]
    people = [(row["text"], row["answers"], row["right_answers"], row["right_round_1"]) for row in rows[2:]]
    assert people == [("Ada", "1", "1", ""), ("Bo", "1", "1", ""), ("Cy", "1", "0", "")]


def test_report_counts_who_was_taken_out_among_those_who_took_part() -> None:
    room = voted_room()
    report = workshop_report(after(room, *host.remove(room, "cy", later(400))), ITEMS)
    assert (report.people, report.removed, report.questions[0].voters) == (3, 1, (3, 2))
    assert "3 people took part; 1 of them was removed by the host." in report_markdown(report, names=False)
    assert "removed" not in report_markdown(workshop_report(room, ITEMS), names=False)


def test_report_tells_answer_and_duration_and_the_zone_of_its_times() -> None:
    room = voted_room()
    report = workshop_report(after(room, *host.close(room, later(47 * 60))), ITEMS)
    text = report_markdown(report.by_clock_of(ZoneInfo("Europe/Berlin")), names=False)
    assert "opened 24 November 2026, 10:00 (Europe/Berlin, UTC+1). It ended at 10:47, after 47 min." in text
    assert "| What stays frozen? | The base weights | 2 |" in text
    assert "09:00 (UTC)" in report_markdown(report, names=False)


def test_room_without_votes_has_a_report() -> None:
    assert "Nothing was voted on." in report_markdown(workshop_report(fresh_room(), ITEMS), names=True)


def told(room: Room) -> str:
    """The first lines of its report."""
    return report_markdown(workshop_report(room, ITEMS), names=False)


def test_duration_counts_from_the_end_of_the_lobby() -> None:
    room = after(fresh_room("Ada"), *host.move(fresh_room("Ada"), 1, later(20 * 60)))
    assert "It began at 09:20 and ended at 10:05, after 45 min." in told(after(room, *host.close(room, later(65 * 60))))


def test_half_a_minute_is_not_told_as_no_minutes() -> None:
    room = fresh_room()
    room = after(room, *host.begin(room, later(600)))
    text = told(after(room, *host.close(room, later(620))))
    assert "It began at 09:10 and ended at 09:10, under a minute later." in text and "0 min" not in text
    assert "after 1 min." in told(after(room, *host.close(room, later(630.1))))
    assert "It ended at 09:00, under a minute later." in told(after(fresh_room(), *host.close(fresh_room(), later(20))))


def test_times_of_another_day_are_told_with_their_day() -> None:
    night = after(fresh_room(), *host.close(fresh_room(), later(16 * 3600)))
    assert "It ended at 01:00 on 25 November 2026, after 16 h 0 min." in told(night)
    next_day = after(fresh_room(), *host.begin(fresh_room(), later(24 * 3600)))
    next_day = after(next_day, *host.close(next_day, later(25 * 3600)))
    began = "It began at 09:00 on 25 November 2026 and ended at 10:00, after 1 h 0 min."
    assert began in told(next_day)
    with speaking("de"):
        assert "Zu Ende um 01:00 am 25. November 2026, nach" in told(night)


def test_day_below_ten_has_no_nought_before_it_as_on_every_page() -> None:
    week = after(fresh_room(), *host.close(fresh_room(), later(8 * 24 * 3600)))
    assert "It ended at 09:00 on 2 December 2026, after 192 h 0 min." in told(week)
    opened = replace(workshop_report(fresh_room(), ITEMS), opened=datetime(2026, 3, 9, 9, 30, tzinfo=UTC))
    assert "opened 9 March 2026, 09:30 (UTC)." in report_markdown(opened, names=False)


def test_question_that_nobody_voted_on_is_told_after_those_that_somebody_had_right() -> None:
    room = voted_room()
    unheard = VoteStep(id="asked", title="Vote", minutes=1, notes="Ask.", item=ITEM.id, seconds=10)
    later_on = VoteStep(id="wrong", title="Vote", minutes=1, notes="Ask.", item=ITEM.id, rounds=2, seconds=10)
    room = after(room, *host.set_steps(room, (*room.steps, unheard, later_on), later(301)))
    for step, at in (("asked", 310), ("wrong", 330), ("wrong", 350)):
        room = after(room, *host.show(room, step, later(at)))
        room = after(room, *host.open_vote(room, step, later(at)))
    pick = Voted(at=later(351), ballot="wrong.2", person="ada", answer=Picked(options=("head",)))
    room = after(room, *participant.vote(room, pick, ITEM))
    assert [one.step for one in workshop_report(room, ITEMS).questions] == ["wrong", "frozen", "asked"]
