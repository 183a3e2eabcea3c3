"""Words for the figures of claims: `$50–100M`, `~13T tokens`, `2–8 h`. Pure."""

from core.content.facts import Claim, Figure, Range, Unit
from core.language.numbers import month_of
from core.language.text import marked, t
from core.numbers.number_format import printed

_AFTER = {
    Unit.TOKENS: marked(" tokens"),
    Unit.EXAMPLES: "",
    Unit.PARAMETERS: "",
    Unit.GPUS: " GPUs",
    Unit.GIB: " GiB",
    Unit.GB: " GB",
    Unit.BITS: "-bit",
    Unit.HOURS: " h",
    Unit.MINUTES: " min",
    Unit.DAYS: marked(" days"),
    Unit.WEEKS: marked(" weeks"),
    Unit.MONTHS: marked(" months"),
    Unit.MILLISECONDS: " ms",
    Unit.PERCENT: " %",
    Unit.POINTS: marked(" points"),
    Unit.TIMES: "×",
    Unit.RANK: "",
    Unit.COUNT: "",
}

_AFTER_MONEY = {"usd-per-mtok": marked(" per 1M tokens"), "usd-per-hour": marked(" an hour")}
_ONE = {
    " tokens": marked(" token"),
    " GPUs": " GPU",
    " days": marked(" day"),
    " weeks": marked(" week"),
    " months": marked(" month"),
    " points": marked(" point"),
}


def figure_text(figure: Range) -> str:
    """A number or a range with its unit, as printed.

    >>> figure_text(Range(low=50e6, high=100e6, unit=Unit.USD))
    '$50–100M'
    >>> figure_text(Range(low=13e12, unit=Unit.TOKENS, approximate=True))
    '~13T tokens'
    >>> figure_text(Range(low=1e3, high=1e5, unit=Unit.EXAMPLES))
    '1K–100K'
    """
    money = figure.unit.value.startswith("usd")
    after = _AFTER_MONEY.get(figure.unit.value, "")
    sign = "~" if figure.approximate else ""
    unit = after if money else _singular(figure, _AFTER[figure.unit])
    if isinstance(figure, Figure) and figure.label.startswith(t(_AFTER.get(figure.unit, " ")).strip() or " "):
        unit = ""  # the label says it
    return sign + printed(figure.low, figure.high, money=money) + t(unit)


def figure_source(claim: Claim, figure: Figure, section: str) -> str:
    """Where a figure of a claim comes from: its remark, else the section of the chapter; and of when it is."""
    source = figure.remark or t("chapter: {section}", section=section)
    return f"{source}, {month_of(claim.as_of)}" if claim.as_of else source


def _singular(figure: Range, unit: str) -> str:
    return _ONE.get(unit, unit) if figure.high is None and figure.low == 1 else unit
