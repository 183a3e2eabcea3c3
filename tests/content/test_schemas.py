"""Editors complete and warn: each content file names its schema, and the schemas are those of the models."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from core.__main__ import main
from core.commands.schema import OWN_DIRECTORY as SCHEMAS
from core.content.loader import OWN_DIRECTORY as CONTENT
from core.content.models import MANY, SINGLE
from core.content.yaml_text import read_yaml

KINDS = [*SINGLE, *MANY]
FILES = sorted(path for path in CONTENT.rglob("*.yaml") if path.relative_to(CONTENT).parts[0].split(".")[0] in KINDS)
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CONTENT).as_posix())


def kind_of(path: Path) -> str:
    return path.relative_to(CONTENT).parts[0].split(".")[0]


@each_file
def test_first_line_names_the_schema_of_its_kind(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match, f"begin {path.name} with '# yaml-language-server: $schema=…/docs/schemas/{kind_of(path)}.json'"
    assert (path.parent / match[1]).resolve() == SCHEMAS / f"{kind_of(path)}.json"


@each_file
def test_file_is_valid_by_its_schema(path: Path) -> None:
    schema = json.loads((SCHEMAS / f"{kind_of(path)}.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    errors = validator.iter_errors(read_yaml(path.read_text(encoding="utf-8")))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    assert main(["schema", "-o", str(tmp_path)]) == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    committed = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()}
    assert written == committed, "run `make schema`"
    assert sorted(written) == sorted(f"{kind}.json" for kind in KINDS)
