from core.content.nearest import did_you_mean, hint_for, nearest


def test_nearest_first_and_no_more_than_asked():
    assert nearest("lora", ["qlora", "lora-all", "rag"], most=2) == ("qlora", "lora-all")
    assert nearest("lora", ["qlora", "lora-all", "rag"]) == ("qlora",)


def test_nothing_near_is_nothing_to_say():
    assert nearest("zzz", ["alpha", "beta"]) == ()
    assert did_you_mean(()) == ""


def test_names_are_compared_as_they_are_spelled_and_given_as_they_stand():
    assert nearest("BLEU", ["Blue", "Red"], spelled=str.lower) == ("Blue",)


def test_several_are_joined():
    assert did_you_mean(("H800", "H200")) == "did you mean H800 or H200?"


def test_hint_lists_what_there_is_when_nothing_is_near():
    assert hint_for("zzz", ["alpha", "beta"]) == "choose from alpha, beta."
    assert hint_for("alfa", ["alpha", "beta"]) == "did you mean alpha?"
