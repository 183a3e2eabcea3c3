"""A file that would never be read is named, so that its author does not miss it."""

import os
from pathlib import Path

import pytest

from tests.content.broken import Edit, problems_after, write


def inside(folder: str, name: str) -> Edit:
    """Writes a file into a folder that is new."""

    def edit(content: Path) -> None:
        (content / folder).mkdir()
        (content / folder / name).write_text("- id: x\n", encoding="utf-8")

    return edit


FILES: dict[str, tuple[Edit, list[str]]] = {
    "another ending": (
        write("items/more.yml", "- id: x\n"),
        ["items/more.yml › - › the file: is not read; end its name in .yaml"],
    ),
    "another ending of a translation": (
        write("de/items/more.YAML", "- id: x\n"),
        ["de/items/more.YAML › - › the file: is not read; end its name in .yaml"],
    ),
    "a table": (
        write("items/more.csv", "kind,id\n"),
        [
            "items/more.csv › - › the file: is not read; "
            "move it out of the content and make YAML of it with `python -m core import`"
        ],
    ),
    "a workbook": (
        write("items/More.XLSX", "PK"),
        [
            "items/More.XLSX › - › the file: is not read; "
            "save it as CSV, move it out of the content and make YAML of it with `python -m core import`"
        ],
    ),
    "a table of what cannot be imported": (
        write("claims/more.csv", "id\n"),
        ["claims/more.csv › - › the file: is not read; write its entries as YAML, and end its name in .yaml"],
    ),
    "JSON": (
        write("de/claims/more.json", "[]"),
        ["de/claims/more.json › - › the file: is not read; write its entries as YAML, and end its name in .yaml"],
    ),
    "a table of reference": (
        write("reference/gpu-spec.yaml", "- id: x\n"),
        ["reference/gpu-spec.yaml › - › the file: is not read; did you mean gpu-specs.yaml?"],
    ),
    "notes and what editors leave": (
        lambda content: [write(name, "x")(content) for name in ("items/README.md", "items/.more.csv", "a.yaml~")],
        [],
    ),
    "no kind": (
        write("quick.yaml", "- id: x\n"),
        [
            "quick.yaml › - › the file: is not read, as 'quick' is not a kind of content; "
            "put it into a folder such as items/"
        ],
    ),
    "folder misspelt": (
        inside("iteems", "more.yaml"),
        ["iteems/more.yaml › - › the file: is not read, as 'iteems' is not a kind of content; did you mean items?"],
    ),
    "language that there is not": (
        inside("fr", "items.yaml"),
        [
            "fr/items.yaml › - › the file: is not read, as 'fr' is not a kind of content; "
            "for a language, first make an empty core/language/fr/shared.po"
        ],
    ),
    "folder in a folder": (
        inside("items/sft", "more.yaml"),
        [
            "items/sft/more.yaml › - › the file: is not read; "
            "write items.yaml alone, or files right in a folder items/ alone"
        ],
    ),
    "file beside its folder": (
        write("terms.yaml", "- id: x\n  term: X\n  definition: An x.\n  source: ours\n"),
        [
            "terms/glossary.yaml › - › the file: is not read; "
            "write terms.yaml alone, or files right in a folder terms/ alone"
        ],
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_file_that_is_never_read_is_named_with_what_to_do(case: str, tmp_path: Path) -> None:
    edit, expected = FILES[case]
    assert problems_after(tmp_path, edit) == expected


def test_link_to_nothing_and_a_folder_with_a_files_name_are_told_apart_from_a_forbidden_file(tmp_path: Path) -> None:
    def put(folder: Path) -> None:
        (folder / "items/link.yaml").symlink_to(tmp_path / "nowhere")
        (folder / "items/folder.yaml").mkdir()

    assert problems_after(tmp_path, put) == [
        f"items/{name}.yaml › - › the file: cannot be read ({why}); check that it is a file and that you may read it"
        for name, why in (("folder", "Is a directory"), ("link", "No such file or directory"))
    ]


def test_named_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    def put(folder: Path) -> None:
        os.mkfifo(folder / "items/pipe.yaml")

    assert problems_after(tmp_path, put) == [
        "items/pipe.yaml › - › the file: cannot be read (It is a pipe, a socket or a device); "
        "check that it is a file and that you may read it"
    ]
