"""The small charts: scales, labels, the table beside them."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.curve.curve import Axis, Band, Curve, Dash, Line, curve_rows, value_at
from core.curve.curve_svg import NARROW, WIDE, Frame, curve_svg
from core.diagram.text import text_width
from core.language.in_force import speaking

SVG = "{http://www.w3.org/2000/svg}"
X = Axis("epochs", 0, 8, (0, 4, 8))
Y = Axis("score", 0, 100, (0, 50, 100))
CHART = Curve(
    "One rises, one falls",
    X,
    Y,
    (Line("Task", ((0, 20), (8, 80)), "tune"), Line("General", ((0, 60), (8, 40)), dash=Dash.DASH)),
    (((4, 50), "50 points"),),
    (Band(1, 2, "warm-up"),),
)


def drawn(chart: Curve, frame: Frame = WIDE) -> ET.Element:
    return ET.fromstring(curve_svg(chart, frame))


def texts(root: ET.Element, kind: str) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text") if kind in (text.get("class") or "").split()]


def test_the_picture_is_named_by_what_it_shows() -> None:
    root = drawn(CHART)
    assert (root.get("role"), root.get("aria-label")) == ("img", "One rises, one falls")


def test_each_line_bears_its_name_and_its_own_dash() -> None:
    root = drawn(CHART)
    assert texts(root, "name") == ["Task", "General"]
    assert [line.get("class") for line in root.iter(f"{SVG}polyline")] == ["line tune solid", "line dash"]


def test_line_that_stops_early_is_named_where_it_stops() -> None:
    lines = (Line("Short", ((0, 80), (4, 50))), Line("Long", ((0, 60), (8, 40))))
    short, long = [text for text in drawn(Curve("Two", X, Y, lines)).iter(f"{SVG}text") if text.get("class") == "name"]
    assert (short.text, long.text) == ("Short", "Long")
    end = drawn(Curve("Two", X, Y, lines)).find(f"{SVG}polyline")
    assert end is not None
    stops_at = float(end.get("points", "").split()[-1].split(",")[0])
    assert float(short.get("x", "")) - stops_at == pytest.approx(8, abs=0.11)
    assert float(long.get("x", "")) > stops_at + 100


def test_line_that_stops_early_leads_to_a_name_that_has_no_room_at_its_end() -> None:
    lines = (Line("Short but with a long name", ((0, 80), (6, 50))), Line("Long", ((0, 60), (8, 40))))
    root = drawn(Curve("Two", X, Y, lines), NARROW)
    (leader,) = [line for line in root.iter(f"{SVG}line") if line.get("class") == "leader"]
    end = root.find(f"{SVG}polyline")
    assert end is not None
    stops_at = [float(number) for number in end.get("points", "").split()[-1].split(",")]
    assert float(leader.get("x1", "")) - stops_at[0] == pytest.approx(4, abs=0.11)
    assert float(leader.get("y1", "")) == pytest.approx(stops_at[1], abs=0.11)
    name = next(text for text in root.iter(f"{SVG}text") if text.get("class") == "name")
    assert 0 < float(name.get("x", "")) - float(leader.get("x2", "")) < 6


def test_the_point_of_the_reader_is_marked_with_its_words() -> None:
    root = drawn(CHART)
    assert texts(root, "words") == ["50 points"]
    assert [circle.get("class") for circle in root.iter(f"{SVG}circle")] == ["here"]


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])
def test_words_of_a_point_stand_where_no_line_runs_through_them(frame: Frame) -> None:
    falling = tuple(Line("", ((0, 90 + n), (8, 10 + n)), "pre") for n in (0, 4, 8))
    root = drawn(Curve("", X, Y, falling, (((4.4, 50), "this run, 50"),)), frame)
    words = next(t for t in root.iter(f"{SVG}text") if t.text == "this run, 50")
    x, y, width = float(words.get("x", "")), float(words.get("y", "")), text_width("this run, 50", 14, 600)
    left = x - width if "end" in words.get("class", "") else x
    for line in root.iter(f"{SVG}polyline"):
        (x1, y1), (x2, y2) = (map(float, pair.split(",")) for pair in line.get("points", "").split())
        heights = [y1 + (y2 - y1) * (at - x1) / (x2 - x1) for at in (left, left + width)]
        assert max(heights) < y - 11 or min(heights) > y + 3


def box_of(text: ET.Element, size: int, weight: int = 400) -> tuple[float, float, float, float]:
    x, y, width = float(text.get("x", "")), float(text.get("y", "")), text_width(text.text or "", size, weight)
    left = x - width if "end" in (text.get("class") or "").split() else x
    return left, y - 12, left + width, y + 4


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_point_at_the_end_of_a_line_leaves_its_name_to_be_read(frame: Frame) -> None:
    root = drawn(Curve("", X, Y, (Line("Task", ((0, 20), (8, 80))),), (((8, 80), "80"),)), frame)
    point = root.find(f"{SVG}circle")
    name = next(t for t in root.iter(f"{SVG}text") if t.text == "Task")
    assert point is not None
    assert box_of(name, 14, 600)[0] > float(point.get("cx", "")) + float(point.get("r", "")) + 3
    assert box_of(name, 14, 600)[2] <= frame.width


def test_words_of_a_point_do_not_cover_the_name_of_a_line_that_ends_beside_it() -> None:
    lines = (Line("150 steps", ((0, 60), (4, 40))), Line("600 steps", ((0, 50), (8, 10))))
    root = drawn(Curve("", X, Y, lines, (((3, 40), "this run, 44 points"),)))
    words, name = (
        box_of(next(t for t in root.iter(f"{SVG}text") if t.text == told), 14, 600)
        for told in ("this run, 44 points", "150 steps")
    )
    assert words[2] <= name[0] or name[2] <= words[0] or words[3] <= name[1] or name[3] <= words[1]


@pytest.mark.parametrize("x", (2, 3, 4, 5, 6, 7, 8))
def test_words_of_a_point_with_room_on_neither_side_still_stand_inside_the_plot(x: float) -> None:
    line, words = Line("150 Schritte", ((0, 80), (8, 40)), dash=Dash.DOT), "dieser Lauf, 1,18"
    chart = Curve("", X, Y, (line, Line("600 Schritte", ((0, 9), (8, 8)))), (((x, 80 - 5 * x), words),))
    root = drawn(chart, NARROW)
    grid = next(root.iter(f"{SVG}line"))
    left, _, right, _ = box_of(next(t for t in root.iter(f"{SVG}text") if t.text == words), 14, 600)
    assert float(grid.get("x1", "")) < left
    assert right <= float(grid.get("x2", ""))


def test_name_of_a_band_at_the_right_edge_ends_inside_the_plot() -> None:
    bands = (Band(1, 2, "simple"), Band(6, 8, "a complex task"))
    root = drawn(Curve("", X, Y, CHART.lines, (), bands), NARROW)
    note = next(t for t in root.iter(f"{SVG}text") if t.text == "a complex task")
    axis = next(line for line in root.iter(f"{SVG}line") if line.get("class") == "axis")
    assert box_of(note, 13)[2] <= float(axis.get("x2", "")) + 0.1


def test_bands_and_axes_are_labelled() -> None:
    root = drawn(CHART)
    assert texts(root, "note") == ["warm-up"]
    assert texts(root, "tick") == ["0", "50", "100", "0", "4", "8"]
    assert texts(root, "title") == ["score", "epochs"]


def test_numbers_at_the_foot_keep_apart_in_a_narrow_frame() -> None:
    shares = Axis("leaked share", 0, 50, (0, 10, 20, 30, 40, 50), " %")
    lines = (Line("Measured", ((0, 20), (50, 80))),)
    score = Axis("score", 40, 100, (40, 60, 80, 100), " %")
    numbered = {frame: texts(drawn(Curve("", shares, score, lines), frame), "middle") for frame in (WIDE, NARROW)}
    assert numbered[WIDE] == ["0 %", "10 %", "20 %", "30 %", "40 %", "50 %"]
    assert numbered[NARROW] == ["0 %", "20 %", "40 %"]
    axes = [line.get("class") for line in drawn(Curve("", shares, Y, lines), NARROW).iter(f"{SVG}line")]
    assert axes.count("axis") == 1 + len(shares.ticks)


def test_text_is_escaped() -> None:
    evil = Curve("<script>", X, Y, (Line("<b>&", ((0, 0), (8, 1))),))
    assert "<script>" not in curve_svg(evil, WIDE)
    assert texts(drawn(evil), "name") == ["<b>&"]


def test_names_of_lines_that_end_together_do_not_cover_each_other() -> None:
    same = tuple(Line(name, ((0, 0), (8, 0))) for name in ("a", "b", "c"))
    heights = [
        float(t.get("y") or 0) for t in drawn(Curve("", X, Y, same)).iter(f"{SVG}text") if t.get("class") == "name"
    ]
    assert sorted(heights) == heights
    assert all(low - high >= 18 for high, low in pairwise(heights))
    assert max(heights) < WIDE.height - 40


def test_names_of_lines_that_differ_by_their_dashes_alone_have_a_piece_of_their_line() -> None:
    """Three orange lines met at the edge, and nothing said which of them was LoRA."""
    lines = tuple(
        Line(name, ((0, 20), (8, 80)), "tune", dash) for name, dash in zip(("Full", "LoRA", "QLoRA"), Dash, strict=True)
    )
    root = drawn(Curve("One colour", X, Y, lines), NARROW)
    samples = [line for line in root.iter(f"{SVG}line") if "tune" in (line.get("class") or "")]
    names = [text for text in root.iter(f"{SVG}text") if text.get("class") == "name"]
    for line, sample, name in zip(lines, samples, names, strict=True):
        assert (sample.get("class"), name.text) == (f"line tune {line.dash}", line.name)
        assert float(sample.get("y1", "")) == pytest.approx(float(name.get("y", "")) - 5)
        assert float(sample.get("x2", "")) < float(name.get("x", ""))
        assert float(name.get("x", "")) + text_width(line.name, 14, 600) <= NARROW.width
    assert not any("dash" in (line.get("class") or "") for line in drawn(CHART).iter(f"{SVG}line"))


def test_a_value_outside_the_range_is_drawn_at_the_edge() -> None:
    high = Curve("", X, Y, (Line("a", ((0, 500), (8, -500))),))
    points = next(drawn(high).iter(f"{SVG}polyline")).get("points") or ""
    ys = [float(pair.split(",")[1]) for pair in points.split()]
    assert ys == [34.0, WIDE.height - 46]


def test_a_long_axis_title_starts_inside_a_narrow_picture() -> None:
    title = "requests unlike the training data, in"
    root = drawn(Curve("", Axis(title, 0, 1, (0, 1)), Y, CHART.lines), NARROW)
    end = next(t for t in root.iter(f"{SVG}text") if t.text == title)
    assert float(end.get("x") or 0) >= text_width(title, 13) - 0.1


def test_rows_hold_every_tick_and_where_the_reader_is() -> None:
    assert curve_rows(CHART) == (
        ("epochs", "Task", "General"),
        ("0", "20", "60"),
        ("4 (you are here)", "50", "50"),
        ("8", "80", "40"),
    )


def test_where_the_reader_is_is_said_in_german() -> None:
    with speaking("de"):
        assert curve_rows(Curve("", X, Y, (Line("a", ((0, 0), (8, 8))),), (((4, 4), ""),)))[2][0] == "4 (Du bist hier)"


@given(st.floats(-5, 15))
def test_a_line_never_leaves_the_range_of_its_points(x: float) -> None:
    assert 20 <= value_at(Line("a", ((0, 20), (3, 70), (8, 80))), x) <= 80


@pytest.mark.parametrize(("value", "place"), [(1, 0.0), (8, 3 / 7), (128, 1.0)])
def test_a_doubling_axis_gives_each_doubling_the_same_room(value: float, place: float) -> None:
    assert Axis("rank", 1, 128, (), doubling=True).place(value) == pytest.approx(place)


def test_title_of_the_x_axis_has_room_to_be_longer_than_reckoned() -> None:
    title = "Abstand zugunsten der gewählten Antwort"
    chart = Curve("A long title", Axis(title, 0, 8, (0, 4, 8)), Y, (Line("General", ((0, 60), (8, 40))),))
    (words,) = [one for one in drawn(chart, NARROW).iter(f"{SVG}text") if one.text == title]
    assert 1.05 * text_width(title, 13) < float(words.get("x", "0")) <= NARROW.width
