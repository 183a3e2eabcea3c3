"""The fine-tuning page's figures: the methods, the graph, the LoRA builder with good and bad settings."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.pages import data_of, html_of, opened, ran


def with_model(typed: str) -> AppTest:
    """The page with a model that is not offered; AppTest itself can choose from a list only."""
    app = opened("start.py").switch_page("fine_tuning.py")
    app.session_state["lora-builder.0.model"] = typed
    return ran(app)


def test_the_builder_opens_with_the_chapter_s_example() -> None:
    app = opened("fine_tuning.py")
    assert "<b>4,587,520</b><span>0.1426\N{NO-BREAK SPACE}% of 3,217,337,344</span>" in html_of(app)
    assert 'target_modules=["q_proj", "v_proj"]' in app.code[0].value


def test_the_builder_counts_and_writes_what_is_set() -> None:
    app = opened("fine_tuning.py")
    app.number_input(key="lora-builder.0.rank").set_value(8).run()
    assert "<b>2,293,760</b>" in html_of(app)
    assert "r=8," in app.code[0].value
    app.button(key="lora-builder.0.reset").click().run()
    assert "<b>4,587,520</b>" in html_of(app)


def test_the_dropout_field_shows_what_the_code_says() -> None:
    app = opened("fine_tuning.py")
    dropout = app.number_input(key="lora-builder.0.dropout").set_value(0.125)
    dropout.run()
    assert "lora_dropout=0.125," in app.code[0].value
    assert dropout.proto.format % 0.125 == "0.125"


def test_what_is_set_stands_in_the_address_and_comes_back_from_it() -> None:
    app = opened("fine_tuning.py")
    app.number_input(key="lora-builder.0.rank").set_value(8).run()
    app.number_input(key="lora-builder.0.dropout").set_value(0.1).run()
    address = dict(app.query_params)
    again = opened("fine_tuning.py", address)
    assert "r=8," in again.code[0].value and "lora_dropout=0.1," in again.code[0].value
    assert again.number_input(key="lora-builder.0.rank").value == 8
    again.button(key="lora-builder.0.reset").click().run()
    assert "r=16," in again.code[0].value
    assert not again.query_params


def test_a_model_that_was_typed_and_its_modules_come_back_from_the_address() -> None:
    app = opened("fine_tuning.py", {"lora": "meta-llama/Llama-3.2-1B,4,8,0.0,gate_proj+up_proj"})
    assert 'BASE = "meta-llama/Llama-3.2-1B"' in app.code[1].value
    assert 'target_modules=["gate_proj", "up_proj"]' in app.code[0].value


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("rank", 0, "Give a rank of 1 or more."),
        ("rank", 4000, "Rank 4,000 is above the matrix"),
        ("alpha", 0, "Give an alpha above 0"),
        ("dropout", 1.0, "Give a dropout from 0 to below 1"),
        ("rank", 2.5, "Give a rank that is a whole number."),
        ("alpha", 2.5, "Give an alpha that is a whole number."),
        ("rank", None, "Give a rank of 1 or more."),
        ("dropout", None, "Give a dropout from 0 to below 1"),
    ],
)
def test_a_bad_setting_keeps_the_last_good_result(field: str, value: float | None, sentence: str) -> None:
    app = opened("fine_tuning.py")
    app.number_input(key=f"lora-builder.0.{field}").set_value(value).run()
    drawn = html_of(app)
    assert not app.exception
    assert sentence in drawn
    assert "at the last values that worked" in drawn
    assert "<b>4,587,520</b>" in drawn


def test_the_methods_stand_side_by_side_with_their_costs() -> None:
    drawn = html_of(opened("fine_tuning.py"))
    for words in (
        "<b>100 GiB</b>",
        "<b>13 GiB</b>",
        "<b>3.4 GiB</b>",
        "<strong>$160–960</strong>",
        "<strong>$80–240</strong>",
    ):
        assert words in drawn


def test_pressing_a_node_of_the_sft_graph_says_what_it_is() -> None:
    app = opened("fine_tuning.py")
    assert "<strong>SFT Training. </strong>" in html_of(app)
    assert data_of(app, "diagram.sft")["state"]["selected"] == "sft-training"


@pytest.mark.parametrize(
    "link",
    [
        "https://huggingface.co/meta-llama/Llama-3.2-1B",
        " http://www.huggingface.co/meta-llama/Llama-3.2-1B/tree/main?x=1 ",
        "hf.co/meta-llama/Llama-3.2-1B#files",
    ],
)
def test_the_link_of_a_model_s_page_is_taken_as_its_address(link: str) -> None:
    app = with_model(link)
    assert "<b>1,703,936</b>" in html_of(app)
    assert 'BASE = "meta-llama/Llama-3.2-1B"' in app.code[1].value


@pytest.mark.parametrize("link", ["https://huggingface.co/meta-llama", "https://example.com/meta-llama/Llama-3.2-1B"])
def test_another_link_is_refused(link: str) -> None:
    app = with_model(link)
    assert "Give an address on the Hub" in html_of(app)


def test_the_count_is_told_as_in_the_calculators_and_one_kind_of_matrix_needs_no_sum() -> None:
    app = opened("fine_tuning.py")
    drawn = html_of(app)
    assert "<div><em>q_proj: matrices × rank × (in + out)</em></div>" in drawn
    assert "2,752,512 + 1,835,008 = <mark><b>4,587,520</b></mark>" in drawn
    [targets] = [one for one in app.button_group if str(one.key).startswith("lora-builder.0.targets")]
    targets.set_value(["q_proj"]).run()
    drawn = html_of(app)
    assert "<mark><b>2,752,512</b></mark>" in drawn
    assert "Trainable: the sum" not in drawn
