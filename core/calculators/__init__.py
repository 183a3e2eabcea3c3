"""One file per calculator. `registry.py` finds every module here that defines CALCULATOR."""
