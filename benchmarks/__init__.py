"""Measures speed, marking and the calculators, and fits the numbers that marking and the calculators use."""
