"""Tests of core.numbers."""
