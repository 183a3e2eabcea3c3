"""The screen of a room follows its version."""
