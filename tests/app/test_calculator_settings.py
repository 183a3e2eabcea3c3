"""What a calculator says beside its fields and its verdicts."""

from tests.app.pages import opened, press_labelled, ran, words


def test_names_with_a_unit_stay_apart_among_the_changed_ones() -> None:
    said = words(opened("calculators.py", {"calc": "break-even", "training_mtok": "60", "retrain_every_months": "2"}))
    assert "Changed there: Training tokens, millions; Retrain every, months." in said


def test_card_that_a_run_fits_only_without_error_correction_is_named_below_the_verdicts() -> None:
    said = "A10G 24GB: fits only with error correction (ECC) off. With it on, the card lists 22.5 of its 24 GiB."
    params = {"calc": "memory", "model": "Llama-3.1-8B"}
    assert said in words(opened("calculators.py", params | {"seq_len": "3600"}))
    assert said not in words(opened("calculators.py", params | {"seq_len": "2000"}))


def test_crossings_of_the_curves_are_named_in_words_under_them() -> None:
    said = words(opened("calculators.py", {"calc": "break-even", "queries_per_month": "400000", "labels_usd": "800"}))
    for crossing in ("Fine-tuned passes Stuffing in month 0.7", "Fine-tuned passes RAG in month 6.3"):
        assert f"<span>{crossing}</span>" in said


def test_guess_of_what_the_chapter_states_is_compared_with_its_range() -> None:
    test = opened("calculators.py", {"calc": "cost"})
    test.text_input[0].set_value("80").run()
    press_labelled(test, "Show the result")
    verdict = "<strong>Too high: your guess is 2 times the answer.</strong>"
    said = f"You guessed $80; computed $10–40, a ratio of 2. {verdict}"
    assert said in words(test)
    next(one for one in test.get("button_group") if one.key.endswith("mode")).set_value("computed").run()
    assert said in words(test)


def test_worked_case_names_its_choices_as_the_form_does() -> None:
    test = opened("calculators.py", {"calc": "cost", "n_gpus": "2"})
    test.session_state["calculator-practice.cost"] = True
    said = words(ran(test))
    assert "Given: Hours from Chapter, Chapter row “LoRA, 7B params, A10G (24 GB)”." in said
    assert "lora-7b" not in said


def test_emptied_number_that_comes_back_says_so_until_the_next_change() -> None:
    test = opened("calculators.py", {"calc": "labelling", "examples": "700"})
    pairs = test.number_input(key="calculator.labelling.examples")
    pairs.set_value(None).run()
    said = "Pairs cannot be empty; its last value is back."
    assert said in words(test)
    assert test.number_input(key="calculator.labelling.examples").value == 700
    test.number_input(key="calculator.labelling.examples").set_value(800).run()
    assert said not in words(test)


def test_limit_of_one_is_said_without_the_plural_of_its_unit() -> None:
    test = opened("calculators.py", {"calc": "memory"})
    test.number_input(key="calculator.memory.seq_len").set_value(0).run()
    assert "it must be at least 1." in words(test)
