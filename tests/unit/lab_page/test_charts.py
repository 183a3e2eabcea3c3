"""A run's curves as charts, its figures and its replies."""

from dataclasses import replace

from core.content.lab import LabCurve, LabFigure, LabRun, Unit
from core.curve.curve import Dash
from core.lab.catalogue import EXPERIMENTS
from core.lab.events import Said
from core.lab.result import Result
from core.lab.storage import load_recordings
from core.lab_page.charts import charts_of
from core.lab_page.figures import shown_figures
from core.lab_page.replies import MOST_SPEAKERS, Reply, replies_by_question
from core.lab_page.scaling import compute_chart
from tests.read_once import load_content

RUN = LabRun(
    id="tune",
    title="Tuning",
    text="Trains.",
    curves=(
        LabCurve(curve="loss", title="Loss", x="step", unit=Unit.NATS),
        LabCurve(curve="held", title="New", x="step", unit=Unit.PERCENT),
        LabCurve(curve="seen", title="Seen", x="step", unit=Unit.PERCENT),
        LabCurve(curve="none", title="None", x="step", unit=Unit.TIMES),
    ),
    figures=(
        LabFigure(figure="held", title="new", unit=Unit.PERCENT),
        LabFigure(figure="gone", title="gone", unit=Unit.PERCENT),
    ),
)


def result(seed: int, held: float, upto: int = 20) -> Result:
    points = tuple((float(x), held * x / 20) for x in range(0, upto + 1, 10))
    curves = {"held": points, "seen": ((0.0, 0.5), (20.0, 1.0)), "loss": ((0.0, 2.0), (20.0, 0.5))}
    return Result("tune", seed, {}, {"held": held}, curves, ())


RECORDED = (result(10, 0.4), result(11, 0.8))


def test_a_chart_for_each_unit_and_shares_first() -> None:
    shares, loss = charts_of(RUN, None, RECORDED)
    assert [line.name for line in shares.curve.lines] == ["New", "Seen"]
    assert [line.dash for line in shares.curve.lines] == [Dash.SOLID, Dash.DASH]
    assert (shares.curve.y.low, shares.curve.y.high) == (0, 100)
    assert [line.name for line in loss.curve.lines] == [""]
    assert loss.curve.y.title == "Loss"
    assert (loss.curve.y.low, loss.curve.y.high) == (0, 2)


def test_band_reaches_from_the_lowest_to_the_highest_world() -> None:
    new = charts_of(RUN, None, RECORDED)[0].curve.lines[0]
    assert new.spread == ((0, 0, 0), (10, 20, 40), (20, 40, 80))
    assert [round(y) for _, y in new.points] == [0, 30, 60]
    assert not new.thin


def test_a_curve_of_nothing_but_zeros_has_an_axis_all_the_same() -> None:
    (flat,) = charts_of(RUN, replace(RECORDED[0], curves={"loss": ((0.0, 0.0), (20.0, 0.0))}), ())
    assert (flat.curve.y.low, flat.curve.y.high, flat.curve.y.place(0.0)) == (0, 1, 0)


def test_run_that_is_shown_lies_thick_on_the_thin_recorded_mean() -> None:
    lines = charts_of(RUN, RECORDED[1], RECORDED)[0].curve.lines[:2]
    assert [(line.thin, line.name, bool(line.spread)) for line in lines] == [(True, "", True), (False, "New", False)]
    assert lines[1].points[-1] == (20, 80)


def test_run_that_goes_on_grows_into_a_chart_that_stands_still_and_gives_nothing_away() -> None:
    going = charts_of(RUN, result(12, 0.6, upto=10), RECORDED, with_band=False)[0]
    assert (going.curve.x.low, going.curve.x.high) == (0, 20)
    assert [line.points[-1][0] for line in going.curve.lines] == [10, 20]
    assert not any(line.spread for line in going.curve.lines)
    assert going.curve.label == "Tuning"
    assert going.rows[0] == ("step", "New", "Seen")


def test_words_and_rows_say_what_the_lines_show() -> None:
    chart = charts_of(RUN, RECORDED[0], RECORDED)[0]
    said = chart.finding.replace("\N{NO-BREAK SPACE}", " ")
    assert said == "From left to right (step 0 to 20): New 0 % to 40 %, Seen 50 % to 100 %."
    assert chart.rows[0] == ("step", "New", "New, recorded", "Seen", "Seen, recorded")
    assert [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in chart.rows[2]] == [
        "10",
        "20 %",
        "30 % (20 to 40)",
        "75 %",
        "–",
    ]


def test_curve_that_begins_later_than_the_chart_is_not_said_to_have_been_there_from_its_start() -> None:
    late = replace(RECORDED[0], curves={"held": ((10.0, 0.4), (20.0, 0.4)), "seen": ((0.0, 0.5), (20.0, 1.0))})
    said = charts_of(RUN, late, ())[0].finding.replace("\N{NO-BREAK SPACE}", " ")
    assert said == "From left to right (step 0 to 20): New 40 % (at 10) to 40 %, Seen 50 % to 100 %."


def test_rows_of_a_long_curve_reach_its_end_as_the_sentence_above_them_does() -> None:
    long = replace(RECORDED[0], curves={"loss": tuple((float(x), 600.0 - x) for x in range(10, 610, 10))})
    (chart,) = charts_of(RUN, long, ())
    assert [row[0] for row in chart.rows[1:]][-2:] == ["560", "600"]
    assert chart.finding == "From left to right (step 10 to 600): Loss 590.00 to 0.00."
    assert chart.rows[-1][1] == "0.00"


def test_nothing_to_draw_is_no_chart() -> None:
    assert charts_of(RUN, None, ()) == ()


def test_bits_and_notes_stand_on_an_axis_that_doubles() -> None:
    station = load_content().lab_by_id["adapt"]
    recorded = load_recordings().of(EXPERIMENTS["bits"].setting(10))
    (chart,) = charts_of(station.runs[1], recorded[0], recorded)
    assert chart.curve.x.doubling
    assert chart.curve.x.ticks[0] == 2


def test_every_recorded_run_of_the_lab_has_charts_rows_and_figures() -> None:
    recordings = load_recordings()
    for station in load_content().lab:
        for run in station.runs:
            for setting in EXPERIMENTS[run.id].settings_to_record(10):
                recorded = recordings.of(setting)
                charts = charts_of(run, recordings.run(setting), recorded)
                assert charts, setting.key
                assert all(len(chart.rows) > 1 and chart.finding for chart in charts), setting.key
                assert shown_figures(run, recorded[0], recorded), setting.key


def test_figures_stand_beside_the_recorded_and_unmeasured_ones_are_left_out() -> None:
    (own,) = shown_figures(RUN, RECORDED[1], RECORDED)
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in (own.number, own.title, own.recorded)] == [
        "80 %",
        "new",
        "recorded: 60 % (40 to 80)",
    ]
    (mean,) = shown_figures(RUN, None, RECORDED)
    assert mean.recorded == "mean of 2 recorded worlds"


def test_replies_to_one_question_stand_together_and_read_like_words() -> None:
    asked = "<user> who cooks the dhal ? <bot>"
    (block,) = replies_by_question((Said("base", asked, "who cooks <doc> the"), Said("tuned", asked, "greta . <end>")))
    assert block.question == "who cooks the dhal?"
    assert block.replies == (Reply("base", "who cooks / the …"), Reply("tuned", "greta."))


def test_notes_before_a_question_stand_apart_and_long_ones_are_cut() -> None:
    note = "note the price of the soup is nine . "
    (short,) = replies_by_question((Said("1 notes", f"{note}<user> what does it cost ? <bot>", "nine . <end>"),))
    assert (short.before, short.replies[0].who) == ("note the price of the soup is nine.", "1 note")
    (long,) = replies_by_question((Said("16 notes", f"{note * 16}<user> what ? <bot>", "nine . <end>"),))
    assert long.before.endswith(" …")
    assert len(long.before) < 200


def test_worked_examples_stand_before_what_is_asked() -> None:
    (block,) = replies_by_question((Said("2 examples", "<doc> a : leek , b : rice , c :", "beans ,"),))
    assert (block.before, block.question) == ("a : leek, b : rice,", "c :")


def test_of_many_speakers_some_are_heard_the_first_and_the_last_among_them() -> None:
    (block,) = replies_by_question([Said(f"step {n}", "the soup costs", "nine .") for n in range(12)])
    heard = [reply.who for reply in block.replies]
    assert (len(heard), heard[0], heard[-1]) == (MOST_SPEAKERS, "step 0", "step 11")


def test_compute_chart_has_a_line_a_length_and_marks_the_run() -> None:
    recordings = load_recordings()
    shown = recordings.run(EXPERIMENTS["scaling"].setting(10))
    chart = compute_chart(recordings, shown)
    assert [line.name for line in chart.curve.lines] == ["150 steps", "300 steps", "600 steps"]
    assert all(len(line.points) == 4 for line in chart.curve.lines)
    ((point, words),) = chart.curve.here
    assert shown is not None
    assert point == (shown.figures["flop"] / 1e9, shown.figures["loss"])
    assert words.startswith("this run")
    assert len(chart.rows) == 13


def test_spread_without_a_spread_is_one_number() -> None:
    (chart, _) = charts_of(RUN, None, RECORDED[:1])
    assert "(" not in chart.rows[1][1]
