"""A guess beside what came: in points, as a ratio, as a difference, or not given at all."""

from core.content.lab import Guess, Recorded, Unit
from core.lab.result import Result
from core.lab_page.guess import compare_guess


def asked(unit: Unit) -> Guess:
    answer = Recorded(run="tune", figure="it", unit=unit)
    return Guess(question="How much?", low=0, high=100, step=5, answer=answer, because="So.")


def result(value: float) -> Result:
    return Result("tune", 10, {}, {"it": value}, {}, ())


RECORDED = (result(0.4), result(0.5))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_guess_in_per_cent_is_off_by_points() -> None:
    outcome = compare_guess(70, asked(Unit.PERCENT), result(0.38), RECORDED)
    told = [plain(text) for text in (outcome.guess, outcome.came, outcome.words, outcome.recorded)]
    assert told == ["70 %", "38 %", "32 points too high.", "recorded: 45 % (40 to 50)"]
    assert compare_guess(37, asked(Unit.PERCENT), result(0.38), RECORDED).words == "Right, to within 1 point."
    assert compare_guess(20, asked(Unit.PERCENT), result(0.38), RECORDED).words == "18 points too low."


def test_without_a_run_of_its_own_the_recorded_mean_counts() -> None:
    assert compare_guess(45, asked(Unit.PERCENT), None, RECORDED).words == "Right, to within 1 point."


def test_guess_of_a_size_is_off_by_a_ratio() -> None:
    recorded = (result(0.9),)
    assert compare_guess(0.3, asked(Unit.NATS), None, recorded).words == "Too low: it came to 3 times your guess."
    far = compare_guess(0.0075, asked(Unit.NATS), None, recorded).words
    assert far == "Too low: it came to 120 times your guess."
    assert compare_guess(1.8, asked(Unit.NATS), None, recorded).words == "Too high: your guess is 2 times the result."
    assert compare_guess(1.0, asked(Unit.NATS), None, recorded).words == "Close: within a quarter."


def test_guess_of_a_score_that_may_be_negative_is_off_by_a_difference() -> None:
    outcome = compare_guess(0.5, asked(Unit.NUMBER), result(-0.88), (result(-0.9),))
    assert (outcome.came, outcome.words) == ("−0.88", "1.38 too high.")
    assert compare_guess(-0.9, asked(Unit.NUMBER), result(-0.88), (result(-0.9),)).words == "Right, to within 0.05."


def test_skipped_guess_is_not_told_off() -> None:
    outcome = compare_guess(None, asked(Unit.PERCENT), None, RECORDED)
    assert (outcome.guess, outcome.words, plain(outcome.came)) == ("", "", "45 %")
