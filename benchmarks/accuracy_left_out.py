"""How much each memory rule carries, and whether it holds for model families it was not looked at with.

Run with `python -m benchmarks.accuracy_left_out` from the root. Rules are switches read in code, so leaving a family
out changes nothing but the one fitted number, the usual sequence length of ms-swift's data, which is fitted again.
"""

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from unittest.mock import patch

from benchmarks.cases import MEMORY, compute_row, read_rows, reference
from core.calculators import memory_run
from core.calculators.memory_stacks import LossBytes, Stack, find_stack
from core.content.reference import Reference

Rows = list[dict[str, str]]
Rule = Callable[[Stack], Stack]

_RULES: dict[str, tuple[str, Rule]] = {
    "LitGPT: QLoRA keeps a second, trained embedding": (
        "litgpt",
        lambda s: replace(s, trains_embedding_copy=False),
    ),
    "LitGPT: the head is never tied": ("litgpt", lambda s: replace(s, unties_head=False)),
    "LitGPT: the head is quantized too": ("litgpt", lambda s: replace(s, quantizes_head=False)),
    "LitGPT: 4-bit products keep their input": ("litgpt", lambda s: replace(s, keeps_4bit_input=False)),
    "LitGPT: the last loss keeps them one batch longer": ("litgpt", lambda s: replace(s, keeps_last_graph=False)),
    "LitGPT: the update of a partial qkv is padded": ("litgpt", lambda s: replace(s, pads_partial_qkv=False)),
    "torchtune: the chunked loss is compiled": ("torchtune", lambda s: replace(s, compiles_chunked_loss=False)),
    "torchtune: AdamW is fused": ("torchtune", lambda s: replace(s, foreach_optimizer=True)),
    "torchtune: embedding and head are sharded apart": ("torchtune", lambda s: replace(s, head_units=2)),
    "ms-swift: old loss (24 bytes, not 14)": ("ms-swift", lambda s: replace(s, loss=LossBytes(14, 6, 10))),
    "ms-swift: sequences of many lengths stay reserved": ("ms-swift", lambda s: replace(s, typical_tokens=0)),
    "ms-swift: only Qwen's own code has flash attention": ("ms-swift", lambda s: replace(s, flash_families=None)),
    "ms-swift: 4-bit runs cast the rest to fp32": ("ms-swift", lambda s: replace(s, upcasts_unquantized=False)),
}


def errors(rows: Rows, tables: Reference, rule: Rule | None = None) -> dict[str, float]:
    """Signed errors by row id, with the stacks as `rule` changes them."""

    def changed(framework: str, source_date: str) -> Stack:
        stack = find_stack(framework, source_date)
        return rule(stack) if rule else stack

    with patch.object(memory_run, "find_stack", changed):  # the one place where stacks come from
        return {
            row["id"]: compute_row("memory", row, tables).value(MEMORY.result) / float(row[MEMORY.measured]) - 1
            for row in rows
        }


def mdape(found: dict[str, float]) -> float:
    """Median absolute error, percent."""
    return 100 * median(map(abs, found.values()))


def print_rules(rows: Rows, tables: Reference) -> None:
    """Each rule switched off: the rows it moves, by how much, and in how many model families it helps."""
    full = errors(rows, tables)
    print(f"All rules: {mdape(full):.1f}% on {len(full)} rows\n")
    print(f"{'rule switched off':54} {'rows':>4} {'without':>8} {'with':>6} {'all rows':>8} {'families helped':>16}")
    for name, (framework, rule) in _RULES.items():
        without = errors([r for r in rows if r["framework"] == framework], tables, rule)
        moved = {key: error for key, error in without.items() if abs(error - full[key]) > 1e-9}
        everywhere = {**full, **without}
        helped = [
            _helps(family, rows, moved, full) for family in sorted({r["model"] for r in rows if r["id"] in moved})
        ]
        kept = {key: full[key] for key in moved}
        print(
            f"{name:54} {len(moved):4} {mdape(moved):7.1f}% {mdape(kept):5.1f}% {mdape(everywhere):7.1f}%"
            f" {sum(helped):7} of {len(helped)}"
        )


def _helps(model: str, rows: Rows, moved: dict[str, float], full: dict[str, float]) -> bool:
    ids = [row["id"] for row in rows if row["model"] == model and row["id"] in moved]
    return median(abs(full[i]) for i in ids) < median(abs(moved[i]) for i in ids)


def print_left_out(rows: Rows, tables: Reference) -> None:
    """The usual sequence length fitted without one family, and the error on that family."""
    swift = [row for row in rows if row["framework"] == "ms-swift"]
    lengths = range(600, 3601, 200)
    table = {n: errors(swift, tables, lambda s, n=n: replace(s, typical_tokens=n)) for n in lengths}  # type: ignore[misc]
    print("\nms-swift, one model family left out: the length fitted without it, and its error")
    pooled: dict[str, float] = {}
    for family in ("Qwen", "ChatGLM", "Yi", "Mistral", "Baichuan"):
        out = {row["id"] for row in swift if row["model"].startswith(family)}
        best = min(lengths, key=lambda n: mdape({k: e for k, e in table[n].items() if k not in out}))
        left = {key: table[best][key] for key in out}
        pooled |= left
        print(f"{family:10} {len(out):3} rows  length {best:5}  {mdape(left):5.1f}%")
    print(f"{'together':10} {len(pooled):3} rows                {mdape(pooled):5.1f}%")


def main() -> None:
    """Prints both tables."""
    rows, tables = read_rows(MEMORY.file), reference()
    print_rules(rows, tables)
    print_left_out(rows, tables)


if __name__ == "__main__":
    main()
