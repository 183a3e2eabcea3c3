import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from core.content.yaml_text import MAX_BYTES, MAX_DEPTH, YamlError, read_yaml


def test_words_stay_words_and_numbers_become_numbers():
    text = "no: No\nyes: yes\nnight: 22:30\nbig: 13e12\nwhole: 7\nquoted: '7'\ntrue: true\nnothing:\n"
    assert read_yaml(text) == {
        "no": "No",
        "yes": "yes",
        "night": "22:30",
        "big": 13e12,
        "whole": 7,
        "quoted": "7",
        "true": True,
        "nothing": None,
    }


def test_an_empty_text_is_nothing():
    assert read_yaml("") is None
    assert read_yaml("# only a comment\n") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &x 1\nb: *x", "line 1: uses an anchor (&) or alias (*)"),
        ("a: &x [*x]", "line 1: uses an anchor (&) or alias (*)"),
        ("a: !!python/object:os.system 1", "line 1: uses a tag (!)"),
        ("a:\n\t- b", "line 2: holds a tab; indent with spaces"),
        ("a: 1\na: 2", "line 2: the field 'a' appears twice"),
        (
            "- a: 1\n  b: 2\n  a: 3",
            "line 3: the field 'a' appears twice; keep one of them, or begin the next entry with '- '",
        ),
        ("a: b: c", "line 1: is not YAML (mapping values are not allowed in this context)"),
        ("? [1]\n: 2", "line 1: a field's name must be a word"),
        ("--- 1\n--- 2", "line 2: a second document starts"),
        ("a: 1\nb: 'x\n", "line 2: is not YAML, as a quote opens there and never closes; close it"),
        *(
            (
                text,
                "line 2: is not YAML, as text follows a closing quote; put the whole text in the other kind of quotes",
            )
            for text in ('a: 1\nb: "It" means what?\n', "- a: 1\n  b: 'It' means what?\n", '- a\n- "It" means what?\n')
        ),
        ("a: 'x", "is not YAML"),
        ("- a: 1\n   b: 2\n  c: 3\n", "line 2: is not YAML (mapping values are not allowed in this context)"),
        ("- a: 'x'\n    b: 2\n", "line 2: is not YAML (did not find expected key); it starts further left or right"),
        (
            "- a: 1\nb: 2\n",
            "indent it as they are, or begin it with '- ' if it is an entry of the list",
        ),
        ("a: {b: 1\nc: 2\n", "close what opens with { or ["),
        (
            "- a: one\n   b: 2\n  c: 3\n",
            "line 2: is not YAML (mapping values are not allowed in this context); it starts",
        ),
        (
            "- a: 1\n  b:two\n  c: 3\n",
            "line 2: is not YAML (could not find expected ':'); write a space after the colon",
        ),
        (
            "a:\n  - one\n  -two\nb: 3\n",
            "line 3: is not YAML (could not find expected ':'); write a space after the dash",
        ),
        ("- a: 1\n-b: 2\n", "line 2: is not YAML (did not find expected '-' indicator); write a space after the dash"),
        ("- a: 1\n\u2003\u2003b: 2\n", "line 2: begins with a space that is none for YAML; indent with ordinary ones"),
        (
            "- a: >-\n  words\n  more\n  c: 3\n",
            "line 2: is not YAML (could not find expected ':'); write it as 'name: ",
        ),
        ('a: 1\nb: "C:\\data"\n', "line 2: is not YAML (found unknown escape character); write \\\\ for a backslash"),
        (
            "a: 1\nb: “That: it.”\n",
            "line 2: is not YAML (mapping values are not allowed in this context); put text that",
        ),
        ("a: “That: it.”\n", "in straight quotes, \" or ', and check the indentation"),
        ("- a: 1\n\u00a0 b: 2\n", "line 2: holds a non-breaking space; write an ordinary one"),
        ("a: 1\nb: [sic] that\n", "line 2: is not YAML (did not find expected key); text cannot begin with [ or {"),
        ("- {x} that\n- a\n", "line 1: is not YAML (did not find expected '-' indicator); text cannot begin with ["),
        (
            "a: 1\nb: {{x}} that\n",
            "line 2: a field's name must be a word; put the value after 'name:', in quotes if it",
        ),
        ("a: [b, c\nd: e\n", "close what opens with { or ["),
        ("a: b\nc: @d", "line 2: is not YAML (found character that cannot start any token); text cannot begin with @"),
        ("- a: 1\n<<<<<<< HEAD\n- a: 2\n=======\n- a: 3\n>>>>>>> mine\n", "Git left two versions here; keep one, and"),
        ("\x00", "holds a character that YAML does not allow"),
        ("- " * (MAX_DEPTH + 2) + "x", f"is nested more than {MAX_DEPTH} deep"),
        ("[" * 100_000, "line 1:"),
    ],
)
def test_what_content_may_not_use_is_refused_in_a_sentence(text, words):
    with pytest.raises(YamlError) as refused:
        read_yaml(text)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("text", "cut", "line"),
    [
        ("a: Ticket #42", "#42", 1),
        ("a: We write it in C # and in F #.", "# and in F #.", 1),
        ("- id: x\r\n  text: two lines\r\n    and a # more\r\n", "# more", 3),
        ("a: [one, the rank #1]\n", "#1]", 1),
        ("\ufeffa: Préparé #1", "#1", 1),
    ],
)
def test_text_that_would_be_cut_off_as_a_remark_is_refused(text, cut, line):
    with pytest.raises(YamlError) as refused:
        read_yaml(text)
    assert str(refused.value) == (
        f"line {line}: {cut!r} is cut off as a comment; quote the whole text, or put the comment on its own line"
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("# above\na: two words\n# below\n", "two words"),
        ("a: 45  # a minute less", 45),
        ("a: rag  # the node of the guide", "rag"),
        ("a: 2025-02 # when it was looked up", "2025-02"),
        ("a: 'two words' # in quotes", "two words"),
        ("a: >- # a block\n  in C # and F\n", "in C # and F"),
        ("a: one:#two", "one:#two"),
    ],
)
def test_remark_behind_a_word_a_number_or_a_closed_text_stays_one(text, value):
    assert read_yaml(text) == {"a": value}


def test_a_huge_text_is_refused_before_it_is_read():
    with pytest.raises(YamlError, match="is larger than 20 MB; split it"):
        read_yaml("x" * (MAX_BYTES + 1))


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        read_yaml(text)
    except YamlError as refused:
        assert len(str(refused)) > 10


SIMPLE = st.recursive(
    st.integers(-(10**9), 10**9) | st.booleans() | st.none() | st.text("abc xyz", min_size=1).map(lambda t: f"w{t}w"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=4),
    max_leaves=12,
)


@given(SIMPLE)
def test_it_agrees_with_the_library_on_simple_values(value):
    assert read_yaml(yaml.safe_dump(value, default_flow_style=False)) == value
