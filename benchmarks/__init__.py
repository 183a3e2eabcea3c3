"""Measures speed, marking and the calculators."""
