"""Content of 50 times the size: start-up must grow no more than linearly, page runs must hardly grow."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from benchmarks.serving import ROOT

COPIES = 50
TIMES = 9
PAGES = ("pipeline", "decide", "start")


def enlarge(target: Path) -> None:
    """Writes content with 50 times the claims, terms, items and pitfalls, each copy under ids of its own."""
    shutil.copytree(ROOT / "content", target)
    for path in sorted((target / "claims").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for copy in range(1, COPIES):
            again = re.sub(r"(?m)^(- |  )id: (\S+)", rf"\1id: \2-c{copy}", text)
            (target / "claims" / f"{path.stem}-{copy}.yaml").write_text(again, encoding="utf-8")
    for path in sorted((target / "items").glob("*.yaml")):
        items = yaml.safe_load(path.read_text(encoding="utf-8"))
        for copy in range(1, COPIES):
            again = json.dumps([_item_copy(item, copy) for item in items], ensure_ascii=False, indent=1)
            (target / "items" / f"{path.stem}-{copy}.yaml").write_text(again, encoding="utf-8")
    _teach_copies(target)


_LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""A number among the words could be one that a case's twin changes."""


def _item_copy(item: dict[str, Any], copy: int) -> dict[str, Any]:
    """An item under another id that asks, by its words, something else: near-duplicates are refused."""
    own = zlib.crc32(f"{min(item['id'], item.get('twin', item['id']))} {copy}".encode())
    name = f"{own:x}".translate(_LETTERS)
    words = " ".join(f"{letter}{name}" for letter in "abcdefgh")
    again: dict[str, Any] = _on_copies(item, copy)
    for named in (again, *again.get("follow_ups", ())):
        named["id"] += f"-c{copy}"
    if "twin" in again:
        again["twin"] += f"-c{copy}"
    if "question" in again:
        again["question"] = f"{words}?"
    if "text" in again:
        again["text"] += f" {words}"
    if "situation" in again:  # a long text needs more words of its own to ask something else
        again["situation"] += " " + " ".join(f"{word}{letter}" for word in words.split() for letter in "xyz")
    for letter, passage in zip("qrstuvwx", again.get("passages", ()), strict=False):
        passage["text"] += " " + " ".join(f"{letter}{word}" for word in words.split()[:6])
    return again


def _on_copies(value: Any, copy: int) -> Any:
    """A deep copy that speaks of the copies of its claims, so that every claim is tested."""
    if isinstance(value, list):
        return [_on_copies(each, copy) for each in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for name, each in value.items():
        if name == "claims":
            found[name] = [f"{claim}-c{copy}" for claim in each]
        else:
            found[name] = f"{each}-c{copy}" if name == "claim" else _on_copies(each, copy)
    return found


def _teach_copies(target: Path) -> None:
    """Blocks of the last lesson that teach the copied claims, so that every claim is taught."""
    ids = re.findall(
        r"(?m)^- id: (\S+-c\d+)", "".join(p.read_text() for p in sorted((target / "claims").glob("*.yaml")))
    )
    blocks = [
        f"    - {{id: block-{n}, heading: Copies, text: Copies of claims., claims: [{', '.join(ids[n : n + 100])}]}}"
        for n in range(0, len(ids), 100)
    ]
    with (target / "lessons" / "takeaways.yaml").open("a", encoding="utf-8") as lesson:
        lesson.write("\n".join(blocks) + "\n")


def load_seconds(directory: Path) -> float:
    """Median seconds that a fresh process takes to load the content, its imports left out."""
    code = (
        "import sys, time; from pathlib import Path; from core.content.loader import load_content; "
        "start = time.perf_counter(); load_content(Path(sys.argv[1])); print(time.perf_counter() - start)"
    )
    command = [sys.executable, "-c", code, str(directory)]
    runs = [subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True) for _ in range(3)]
    return median(float(run.stdout) for run in runs)


def page_seconds(directory: Path) -> dict[str, float]:
    """Median seconds of a page run through AppTest, in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.page_runs", *PAGES]
    environment = {"LLM_LADDER_CONTENT": str(directory), "PATH": "/usr/bin:/bin"}
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=environment)
    return {name: float(value) for name, value in (line.split() for line in run.stdout.splitlines())}


def main() -> int:
    """Prints the growth of both; 1 when one is over its limit."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "content"
        enlarge(large)
        before, after = load_seconds(ROOT / "content"), load_seconds(large)
        small_pages, large_pages = page_seconds(ROOT / "content"), page_seconds(large)
    size = COPIES
    print(f"Load: {before:.2f} s, of {size} times the claims and items {after:.2f} s, × {after / before:.1f} ≤ {size}")
    failed = after / before > size
    for name in PAGES:
        ratio = large_pages[name] / small_pages[name]
        failed |= ratio > 1.2
        print(f"{name:10} {small_pages[name] * 1000:.0f} ms, {large_pages[name] * 1000:.0f} ms, × {ratio:.2f} ≤ 1.2")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
