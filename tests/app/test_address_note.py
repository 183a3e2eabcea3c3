"""What an address says wrong is told in one note, and nothing in it becomes a link or a picture of the page."""

from streamlit.testing.v1 import AppTest


def noted(*sentences: str) -> list[str]:
    def script(told: tuple[str, ...]) -> None:
        from components.address_note import address_note  # noqa: PLC0415 - the script is run by its text

        address_note(*told)

    return [one.value for one in AppTest.from_function(script, args=(sentences,)).run().warning]


def test_several_things_stand_in_one_note() -> None:
    assert noted() == []
    assert noted("Step “x” is unknown.") == ["Step “x” is unknown."]
    assert noted("One.", "Two.", "One.") == ["- One.\n- Two."]


def test_what_an_address_says_is_taken_literally() -> None:
    assert noted("No “[a](b.c)”, 1.5, my_name.") == [r"No “\[a\](b.c)”, 1.5, my_name."]
    assert noted("No “![a](x) **b** :red[c]”.") == [r"No “!\[a\](x) \*\*b\*\* \:red\[c\]”."]


def test_bare_address_is_kept_from_becoming_a_link() -> None:
    (told,) = noted("No “http://b.c”, “www.b.c” or “a@b.c”.")
    assert told == "No “http\\://\N{WORD JOINER}b.c”, “www\N{WORD JOINER}.b.c” or “a@\N{WORD JOINER}b.c”."
