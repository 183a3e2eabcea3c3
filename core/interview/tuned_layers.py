"""The encoder's last three layers as marked answers tuned them, in the place of those that its package ships.

all-MiniLM-L6-v2 tells which texts are about one thing, not which say one thing: “needs labels” and “needs no labels”
are neighbours. `python -m fitting.encoder_layers` teaches the difference; docs/adr/0019 says how and why.
"""

import io
from pathlib import Path

import numpy as np

TUNED_SHA256 = "3f21a5b2d4129cf58b575fd9ee13a0c2ea69b0de483ad3668fcac3622f2e4377"
TUNED = Path(__file__).parent / "tuned_layers.npz"


def with_tuned_layers(model: bytes, tuned: bytes) -> bytes:
    """The bytes of the ONNX model with tuned numbers where its own stood.

    Both files are held to their checksums before, so every number has the place that it had when it was written:
    `starts` and `sizes` are the stretches of the model, `numbers` their bytes in one row.

    >>> kept = io.BytesIO()
    >>> np.savez(kept, starts=np.array([1, 4]), sizes=np.array([2, 1]), numbers=np.frombuffer(b"xyz", np.uint8))
    >>> with_tuned_layers(b"abcdef", kept.getvalue())
    b'axydzf'
    """
    changed = bytearray(model)
    with np.load(io.BytesIO(tuned)) as kept:
        starts, sizes, numbers = kept["starts"], kept["sizes"], kept["numbers"].tobytes()
    done = 0
    for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
        changed[start : start + size] = numbers[done : done + size]
        done += size
    return bytes(changed)
