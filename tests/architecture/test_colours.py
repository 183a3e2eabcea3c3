"""Contrast of every pair that is drawn, and categories that nobody can mix up, computed from the tokens."""

import math
from itertools import combinations

import pytest

from core.content.facts import Category
from core.palette import TOKENS
from tests.read_once import load_content

both_themes = pytest.mark.parametrize("theme", ["light", "dark"])

GROUNDS = ("paper", "panel", "wash", "card", "hover")
TEXT = [
    *(("ink", ground) for ground in (*GROUNDS, "chosen", "right-wash", "wrong-wash")),
    *(("muted", ground) for ground in (*GROUNDS, "chosen")),
    ("on-marker", "marker"),
    ("paper", "ink"),
    ("muted", "line"),
    ("right", "paper"),
    ("right", "right-wash"),
    ("wrong", "paper"),
    ("wrong", "wrong-wash"),
    ("care", "paper"),
    *((f"{name}-text", ground) for name in ("pre", "tune", "align", "app") for ground in ("paper", "wash")),
]
GRAPHICS = [
    *(("line-strong", ground) for ground in GROUNDS if ground != "hover"),
    *(("focus", ground) for ground in (*GROUNDS, "chosen")),
    *(("ink", ground) for ground in GROUNDS),
    *((name, ground) for name in Category for ground in ("paper", "card", "wash")),
    ("marker-edge", "paper"),
    ("marker-edge", "card"),
    ("on-marker", "marker"),
    ("right", "right-wash"),
    ("wrong", "wrong-wash"),
]


def linear_rgb(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `#rrggbb`, each 0 to 1 in linear light."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear_rgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21.

    Source: WCAG 2.2, "contrast ratio" and "relative luminance", https://www.w3.org/TR/WCAG22/ (checked 2026-11-24).
    """
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_white_on_black_has_the_largest_contrast() -> None:
    assert contrast_ratio("#ffffff", "#000000") == pytest.approx(21)


def _value(token: str, theme: str) -> str:
    return str(getattr(TOKENS[token], theme))


@both_themes
@pytest.mark.parametrize(("front", "back"), TEXT, ids=str)
def test_text_stands_out_from_its_ground(front: str, back: str, theme: str) -> None:
    assert contrast_ratio(_value(front, theme), _value(back, theme)) >= 4.5


@both_themes
@pytest.mark.parametrize(("front", "back"), GRAPHICS, ids=str)
def test_lines_and_marks_stand_out_from_their_ground(front: str, back: str, theme: str) -> None:
    assert contrast_ratio(_value(front, theme), _value(back, theme)) >= 3


# Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency",
# severity 1.0, for linear RGB.
VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
Triple = tuple[float, float, float]


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _oklab(linear: Triple) -> Triple:
    to_cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    to_lab = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    first, second, third = (math.cbrt(value) for value in _times(to_cones, linear))
    return _times(to_lab, (first, second, third))


def _seen(colour: str, vision: str) -> Triple:
    red, green, blue = (min(1.0, max(0.0, value)) for value in _times(VISION[vision], linear_rgb(colour)))
    return _oklab((red, green, blue))


def _meetings() -> list[object]:
    content = load_content()
    figures = [{node.category.value for node in g.nodes if node.category} for g in content.graphs]
    figures.append({approach.category.value for approach in content.approaches})
    pairs = sorted({pair for figure in figures for pair in combinations(sorted(figure), 2)})
    return [pytest.param(pair, id="-".join(pair)) for pair in pairs]


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize(("theme", "least"), [("light", 11.7), ("dark", 13.0)])
@pytest.mark.parametrize("pair", _meetings())
def test_categories_that_meet_in_a_figure_look_different(
    pair: tuple[str, str], theme: str, least: float, vision: str
) -> None:
    one, other = (_seen(_value(name, theme), vision) for name in pair)
    assert math.dist(one, other) * 100 >= least - 0.05


def test_black_and_white_are_a_hundred_apart() -> None:
    assert math.dist(_seen("#000000", "normal"), _seen("#ffffff", "normal")) * 100 == pytest.approx(100, abs=0.1)
