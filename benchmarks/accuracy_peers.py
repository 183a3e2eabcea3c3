"""What other calculators predict for the same memory rows, beside ours."""

import csv
from statistics import median

from benchmarks.cases import DATA, Case

_PEERS = (
    "ours_closed_form",
    "canifinetune_0.4.1",
    "unsloth_studio",
    "ftuneai_0.4.1",
    "llamafactory_table",
    "eleuther_cookbook",
    "accelerate_estimate",
    "deepspeed_zero3_est",
    "naive_16/2/0.5x1.2",
)


def peer_predictions() -> dict[str, dict[str, float]]:
    """GiB that each peer predicts, by row and peer; `ours_closed_form` is the formula this one grew from."""
    with (DATA / "baseline_errors_memory.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        header = next(lines)
        places = {peer: header.index(peer) for peer in _PEERS}
        return {
            line[0]: {peer: float(line[place]) for peer, place in places.items() if line[place].strip()}
            for line in lines
        }


def print_peers(found: list[Case]) -> None:
    """Median error of each peer, and ours on exactly the rows that the peer can do."""
    predictions = peer_predictions()
    print("\n## Memory: other calculators on the same rows (percent, median absolute)")
    print(f"{'calculator':22} {'rows':>5} {'theirs':>7} {'ours':>6}")
    for peer in _PEERS:
        shared = [case for case in found if peer in predictions.get(case.id, {})]
        theirs = 100 * median(abs(predictions[case.id][peer] / case.measured - 1) for case in shared)
        ours = 100 * median(abs(case.error) for case in shared)
        name = "this, before the rules" if peer == "ours_closed_form" else peer
        print(f"{name:22} {len(shared):5} {theirs:6.1f}% {ours:5.1f}%")
