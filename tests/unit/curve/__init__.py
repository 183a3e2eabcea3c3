"""Tests of core.curve."""
