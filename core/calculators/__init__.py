"""One file a calculator. `registry.py` finds every module here that defines CALCULATOR."""
