"""A bad reference table stops the start with a sentence that names file, id and field."""

import os
import shutil
from pathlib import Path

import pytest

from core.content.reference_loader import BadReferenceError, load_reference

ROOT = Path(__file__).parents[3]
TABLES = ROOT / "content" / "reference"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TABLES, tmp_path / "reference"))


def refusal(directory: Path) -> str:
    with pytest.raises(BadReferenceError) as caught:
        load_reference(directory)
    return str(caught.value)


def test_missing_file_is_named(copy: Path) -> None:
    (copy / "models.yaml").unlink()
    assert refusal(copy).startswith("models.yaml: the file is missing")


@pytest.mark.parametrize("text", ["- id: [", "a: 1", "7", ""])
def test_file_that_is_no_list_is_named(text: str, copy: Path) -> None:
    (copy / "gpu-specs.yaml").write_text(text, encoding="utf-8")
    assert refusal(copy).startswith("gpu-specs.yaml: ")


def test_folder_in_the_place_of_a_file_is_named(copy: Path) -> None:
    (copy / "models.yaml").unlink()
    (copy / "models.yaml").mkdir()
    assert refusal(copy) == (
        "models.yaml: cannot be read (Is a directory); check that it is a file and that you may read it"
    )


def test_named_pipe_in_the_place_of_a_file_is_not_waited_for(copy: Path) -> None:
    (copy / "models.yaml").unlink()
    os.mkfifo(copy / "models.yaml")
    assert refusal(copy).startswith("models.yaml: cannot be read (It is a pipe, a socket or a device)")


def test_wrong_encoding_is_named(copy: Path) -> None:
    (copy / "models.yaml").write_bytes(b"- id: caf\xe9")
    assert "this is not YAML in UTF-8" in refusal(copy)


def test_wrong_value_says_file_id_and_field(copy: Path) -> None:
    path = copy / "models.yaml"
    path.write_text(path.read_text("utf-8").replace("num_layers: 32", "num_layers: -32", 1), encoding="utf-8")
    assert refusal(copy) == "models.yaml › llama-2-7b › num_layers: Input should be greater than 0"


def test_unknown_field_is_an_error(copy: Path) -> None:
    path = copy / "api-models.yaml"
    path.write_text(path.read_text("utf-8") + "  colour: red\n", encoding="utf-8")
    assert "api-models.yaml › gemini-embedding-001 › colour" in refusal(copy)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("- name: RTX 5070", "gpu-specs.yaml › (no id) › id: is missing; add it"),
        (
            "- {id: rtx-5070, aliases: ['one', 5070]}",
            "gpu-specs.yaml › rtx-5070 › aliases › 2: is not text; put it in quotes",
        ),
    ],
)
def test_entry_with_no_id_is_told_so_and_lists_count_from_one(row: str, said: str, copy: Path) -> None:
    with (copy / "gpu-specs.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    assert said in refusal(copy).splitlines()


def test_price_of_an_unknown_gpu_is_an_error(copy: Path) -> None:
    path = copy / "gpu-prices.yaml"
    path.write_text(path.read_text("utf-8").replace("gpu: h200", "gpu: h2000", 1), encoding="utf-8")
    assert "g003 › gpu: “h2000” is not in gpu-specs.yaml; add it there or correct the id." in refusal(copy)


def test_api_model_that_has_no_price_is_an_error(copy: Path) -> None:
    path = copy / "api-models.yaml"
    path.write_text(path.read_text("utf-8").replace("model: gpt-4o\n", "model: gpt-none-such\n", 1), encoding="utf-8")
    assert refusal(copy).startswith("api-models.yaml: Unable to find model")
