"""The figures that the learner moves: what is said after a move."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from core.content.facts import PitfallKind
from core.content.models import Content
from core.language.in_force import speaking
from tests.app.pages import data_of, finding, html_of, opened


def test_moving_the_leak_moves_the_sentence() -> None:
    app = opened("pitfalls.py")
    assert finding(app, "leakage") == "With 20 % of the test leaked you measure 76 %, 6 points above the true 70 %."
    app.slider(key="leakage.test.share").set_value(50)
    app.slider(key="leakage.test.true").set_value(60).run()
    assert finding(app, "leakage") == "With 50 % of the test leaked you measure 80 %, 20 points above the true 60 %."


def test_shift_can_take_the_tuned_model_below_the_base_model() -> None:
    app = opened("pitfalls.py")
    app.slider(key="shift.traffic.share").set_value(80).run()
    beaten = "With 80 % strange requests the tuned model scores 58 %, 14 points below the base model."
    assert finding(app, "shift") == f"{beaten} They are even at 45 %."


def test_a_tuned_model_that_stays_ahead_has_no_crossing() -> None:
    app = opened("pitfalls.py")
    app.slider(key="shift.model.strange").set_value(85).run()
    assert finding(app, "shift").endswith("It stays above the base model throughout.")


def test_lora_forgets_less_in_the_figure_too() -> None:
    app = opened("pitfalls.py")
    assert finding(app, "forgetting").endswith("the general score from 65 to 55, 10 points lost.")
    app.button_group(key="forgetting.run.method").set_value("LoRA").run()
    assert finding(app, "forgetting").endswith("the general score from 65 to 62, 3 points lost.")


def test_rank_16_is_the_chapter_s_count_and_inside_a_range() -> None:
    app = opened("pitfalls.py")
    assert finding(app, "rank").startswith(
        "Rank 16 trains 4,587,520 parameters, inside the chapter's range for a complex"
    )
    app.select_slider(key="rank.adapter.rank").set_value(128).run()
    assert "outside both of the chapter's ranges" in finding(app, "rank")


def test_dpo_shows_loss_preference_and_pull() -> None:
    app = opened("alignment.py")
    app.slider(key="dpo.pair.margin").set_value(-10)
    app.select_slider(key="dpo.pair.beta").set_value(0.2).run()
    drawn = html_of(app)
    assert "<b>2.127</b>" in drawn
    assert "favours the rejected answer: it implies a preference of 12 %" in finding(app, "dpo")
    assert "−log σ(0.2 × -10)" in drawn


def test_a_choice_becomes_a_row_of_training_data() -> None:
    app = opened("alignment.py")
    assert not app.code
    app.radio(key="preference-pair.refund.chosen").set_value(1).run()
    row = json.loads(app.code[0].value)
    assert row["chosen"].startswith("Damage in transit")
    assert row["rejected"].startswith("Sorry about that")
    app.button(key="preference-pair.next").click().run()
    assert "Pair 2 of 3" in html_of(app)


def test_what_speaks_for_an_answer_reads_well_whether_it_is_a_verb_or_an_adjective() -> None:
    app = opened("alignment.py")
    for _ in range(2):
        app.button(key="preference-pair.next").click().run()
    app.radio(key="preference-pair.length.chosen").set_value(1).run()
    assert "Your choice: teaches more, and looks more thorough. The other: answers at once." in html_of(app)


def test_dials_write_their_decimals_as_the_language_does() -> None:
    app = opened("alignment.py", {"lang": "de"})
    with speaking("de"):  # AppTest asks outside a page, too, what an option is called
        app.button_group(key="rlhf-steps.step").set_value("Score").run()
    written = {dial.key: list(dial.options) for dial in app.select_slider}
    assert written["dpo.pair.beta"] == ["0,01", "0,05", "0,1", "0,2", "0,5"]
    assert written["rlhf-steps.score.gap"][:3] == ["-4", "-3,5", "-3"]


def test_pushing_past_the_peak_is_said() -> None:
    app = opened("alignment.py")
    app.button_group(key="rlhf-steps.step").set_value("Optimize").run()
    assert finding(app, "rlhf-optimize").endswith("Push on: both still rise.")
    app.slider(key="rlhf-steps.optimize.distance").set_value(25).run()
    assert finding(app, "rlhf-optimize").endswith("the model now games the score.")


def test_every_curve_has_a_name_a_sentence_and_its_numbers() -> None:
    app = opened("pitfalls.py")
    curves = [json.loads(e.proto.json) for e in app.get("bidi_component") if "svgs" in e.proto.json]
    assert len(curves) == 4
    for curve in curves:
        assert all('role="img"' in svg and "aria-label=" in svg for svg in curve["svgs"])
        assert curve["finding"].endswith(".")
    assert html_of(app).count("<caption>") == 4
    assert html_of(app).count("An illustration:") == 4


def test_every_method_has_its_cost_and_its_parts_in_german_too() -> None:
    drawn = html_of(opened("fine_tuning.py", {"lang": "de"}))
    (methods,) = re.findall(r'<div class="ll-methods">.*?</section></div>', drawn, re.DOTALL)
    costs = re.findall(r"Kosten eines Laufs</p><ul>(.*?)</ul>", methods)
    assert [cost.count("<li>") for cost in costs] == [1, 2, 1]
    assert len(re.findall(r"Gewichte \d", methods)) == 3 and "weights" not in methods


def test_one_epoch_and_one_point_are_said_as_one() -> None:
    app = opened("pitfalls.py")
    app.button_group(key="forgetting.run.method").set_value("LoRA")
    app.slider(key="forgetting.run.epochs").set_value(1)
    app.slider(key="leakage.test.share").set_value(2)
    app.slider(key="shift.traffic.share").set_value(100)
    app.slider(key="shift.model.strange").set_value(73).run()
    assert finding(app, "forgetting").startswith("LoRA, 1 epoch: ")
    assert finding(app, "forgetting").endswith(" 1 point lost.")
    assert finding(app, "leakage").endswith(" 1 point above the true 70 %.")
    assert ", 1 point above the base model. " in finding(app, "shift")


def test_points_are_the_difference_of_the_two_scores_that_stand_beside_them() -> None:
    app = opened("pitfalls.py")
    app.slider(key="leakage.test.share").set_value(50)
    app.slider(key="leakage.test.true").set_value(95)
    app.slider(key="shift.traffic.share").set_value(50)
    app.slider(key="shift.model.strange").set_value(55).run()
    assert finding(app, "leakage") == "With 50 % of the test leaked you measure 98 %, 3 points above the true 95 %."
    assert "scores 72 %, no better than the base model" in finding(app, "shift")


def test_the_loss_of_a_high_beta_is_drawn_as_high_as_it_is_told() -> None:
    app = opened("alignment.py")
    heights = []
    for margin in (-40, -20):
        app.slider(key="dpo.pair.margin").set_value(margin)
        app.select_slider(key="dpo.pair.beta").set_value(0.5).run()
        place = re.search(r'class="here" cx="[\d.]+" cy="([\d.]+)"', data_of(app, "curve.dpo")["svgs"][0])
        assert place is not None
        heights.append(float(place[1]))
    assert heights[0] < heights[1]


def test_where_people_like_the_answers_best_nothing_more_is_to_be_gained() -> None:
    app = opened("alignment.py")
    app.button_group(key="rlhf-steps.step").set_value("Optimize").run()
    app.slider(key="rlhf-steps.optimize.distance").set_value(10).run()
    told = finding(app, "rlhf-optimize")
    assert told.endswith("What people like peaks at 10. You are there: from here on only the score rises.")


def test_the_furthest_push_is_still_on_the_chart() -> None:
    app = opened("alignment.py")
    app.button_group(key="rlhf-steps.step").set_value("Optimize").run()
    furthest = app.slider(key="rlhf-steps.optimize.distance")
    furthest.set_value(furthest.max).run()
    assert "people would say 0.0." in finding(app, "rlhf-optimize")


def test_a_row_of_training_data_holds_the_answers_that_were_shown() -> None:
    app = opened("alignment.py", {"lang": "de"})
    app.radio(key="preference-pair.refund.chosen").set_value(1).run()
    row = json.loads(app.code[0].value)
    assert row["prompt"] in html_of(app)
    assert row["chosen"].startswith("Transportschäden")


def shown(app: AppTest, key: str) -> str:
    """What a figure of rows says, without its markup; `key` is that of its pitfall."""
    drawn = html_of(app).replace("\u00a0", " ")
    return re.sub(r"<[^>]+>", " ", drawn[drawn.index(f'id="pitfall-{key}"') :].partition('id="pitfall-')[2])


def test_what_bleu_counts_decides_which_answer_an_evaluation_chooses() -> None:
    app = opened("pitfalls.py")
    assert "<mark>Your refund was not issued today and arrives within five days.</mark>" in html_of(app)
    assert "With 100 % BLEU in the score, the winner says the opposite of the reference" in shown(app, "evaluation")
    app.slider(key="evaluation.score.weight").set_value(50).run()
    assert "<mark>We sent the money back; expect it by Monday.</mark>" in html_of(app)
    assert "With 50 % BLEU in the score, the winner helps, in words of its own." in shown(app, "evaluation")


HALF_AN_ANSWER = [("en", "Your refund was issued"), ("de", "Deine Rückzahlung wurde heute v")]


@pytest.mark.parametrize(("lang", "half"), HALF_AN_ANSWER)
def test_the_first_place_is_never_shared_nor_won_by_half_an_answer(lang: str, half: str) -> None:
    app = opened("pitfalls.py", {"lang": lang})
    for weight in range(0, 101, 10):
        app.slider(key="evaluation.score.weight").set_value(weight).run()
        drawn = html_of(app).partition('id="pitfall-evaluation"')[2]
        first, second, _ = sorted(map(int, re.findall(r'"ll-num">(\d+)', drawn)[:3]), reverse=True)
        assert first > second, weight
        assert not re.findall(r"<mark>([^<]+)</mark>", drawn)[0].startswith(half)


def test_a_year_of_dearer_answers_is_more_than_the_training_and_a_short_prompt_wins_it_back() -> None:
    app = opened("pitfalls.py")
    told = shown(app, "inference-cost")
    assert "A year costs $480 more than with the base model, 21.3 times the training." in told
    assert "At 2 times the price both cost the same once the prompt saves 50 % of the tokens." in told
    app.slider(key="inference-cost.tuned.saved").set_value(50).run()
    assert "A year costs as much as with the base model." in shown(app, "inference-cost")
    app.select_slider(key="inference-cost.tuned.times").set_value(1).run()
    told = shown(app, "inference-cost")
    assert "A year costs $600 less than with the base model" in told and "both cost the same" not in told


def test_the_base_model_decides_which_score_the_same_examples_reach() -> None:
    app = opened("pitfalls.py")
    assert "1.5B and 7B stay below 60 %" in shown(app, "ceiling")
    for needed, said in ((10, "All four reach 10 %"), (50, "1.5B stays below 50 %"), (75, "None of the four reaches")):
        app.slider(key="ceiling.score.needed").set_value(needed).run()
        assert said in shown(app, "ceiling")
    assert shown(app, "ceiling").count("points short") == 4


def test_everything_that_goes_wrong_can_be_moved(content: Content) -> None:
    for pitfall in content.pitfalls:
        assert bool(pitfall.figure) is (pitfall.kind is PitfallKind.GOES_WRONG), pitfall.id
