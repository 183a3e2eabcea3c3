"""`python -m core schema`: writes a JSON schema for each kind of content file, for editors to complete and warn."""

import argparse
import json
import sys
from pathlib import Path
from types import GenericAlias
from typing import Any

from pydantic import TypeAdapter

from core.content.models import MANY, SINGLE

OWN_DIRECTORY = Path(__file__).resolve().parents[2] / "docs" / "schemas"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = commands.add_parser("schema", help="write the JSON schemas of content files")
    parser.add_argument("-o", "--output", type=Path, default=OWN_DIRECTORY, help="the folder to write to")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Writes one file per kind; returns 1 when the folder cannot be written."""
    try:
        args.output.mkdir(parents=True, exist_ok=True)
        for kind, schema in schemas().items():
            text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
            (args.output / f"{kind}.json").write_text(text, encoding="utf-8")
    except OSError as error:
        print(f"{args.output} cannot be written ({error.strerror}); name another folder.", file=sys.stderr)
        return 1
    print(f"ok: {len(schemas())} schemas")
    return 0


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON schema of each kind of file: an entry, or a list of them."""
    found: dict[str, dict[str, Any]] = {kind: model.model_json_schema() for kind, model in SINGLE.items()}
    for kind, model in MANY.items():
        listed: Any = GenericAlias(list, (model,))
        found[kind] = TypeAdapter(listed).json_schema()
    return found
