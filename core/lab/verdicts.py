"""What the recorded worlds say about each claim, in words and figures, and whether they support the verdict. Pure."""

from collections.abc import Mapping

from core.content.lab import ClaimVerdict, Comparison, Recorded, Unit
from core.lab.catalogue import EXPERIMENTS
from core.lab.result import Spread, spread
from core.lab.storage import Recordings
from core.language.numbers import decimal
from core.language.text import t


class NotRecordedError(LookupError):
    """A figure that no recording has; the message names the setting."""


def recorded_spread(recorded: Recorded, recordings: Recordings) -> Spread:
    """Mean and spread of a figure over the recorded worlds.

    Raises:
        NotRecordedError: the setting or the figure was not recorded.
    """
    setting = EXPERIMENTS[recorded.run].setting(0, recorded.knobs)
    name = recorded.figure
    found = [result.figures[name] for result in recordings.of(setting) if name in result.figures]
    if not found:
        raise NotRecordedError(
            f"{setting.knob_key} has no recorded {recorded.figure!r}; record it, or correct the name"
        )
    return spread(found)


def in_words(found: Spread, unit: Unit) -> str:
    """A figure with its unit; shares and scores with their deviation.

    >>> in_words(Spread(0.984, 0.0123, 0.97, 1.0, 5), Unit.PERCENT)
    '98 ± 1 %'
    >>> in_words(Spread(-0.002, 0.021, -0.03, 0.02, 5), Unit.POINTS)
    '0 ± 2 points'
    >>> in_words(Spread(29.55, 0, 29.55, 29.55, 5), Unit.TIMES)
    '30 times'
    """
    if unit in (Unit.PERCENT, Unit.POINTS):
        mean, deviation = round(100 * found.mean), round(100 * found.deviation)
        return f"{mean} ± {deviation}{' %' if unit is Unit.PERCENT else t(' points')}".replace("-", "−")
    if unit in (Unit.NUMBER, Unit.NATS):
        return f"{decimal(found.mean, 2)} ± {decimal(found.deviation, 2)}".replace("-", "−")
    if unit is Unit.BYTES:
        return f"{decimal(found.mean / 1000)} kB"
    words = {Unit.TIMES: t(" times"), Unit.SECONDS: " s", Unit.COUNT: ""}
    return f"{decimal(found.mean)}{words[unit]}"


def verdict_text(verdict: ClaimVerdict, recordings: Recordings) -> str:
    """The verdict's sentence with its figures as recorded."""
    figures = {
        name: in_words(recorded_spread(recorded, recordings), recorded.unit)
        for name, recorded in verdict.figures.items()
    }
    return verdict.text.format(**figures)


def unsupported(verdict: ClaimVerdict, recordings: Recordings) -> list[str]:
    """The comparisons of a verdict that the recorded means do not bear out, each as a sentence."""
    means = {name: recorded_spread(recorded, recordings).mean for name, recorded in verdict.figures.items()}
    return [_said(c, means) for c in verdict.rests_on if means[c.more] - _end(c, means) < c.by]


def _end(comparison: Comparison, means: Mapping[str, float]) -> float:
    return means[comparison.than] if isinstance(comparison.than, str) else comparison.than


def _said(comparison: Comparison, means: Mapping[str, float]) -> str:
    found = means[comparison.more] - _end(comparison, means)
    return f"{comparison.more} − {comparison.than} is {found:.3f}, and {comparison.by} is said"
