"""Marking, scheduling, decks, drills, cases, calibration: practice without a screen or a store."""
