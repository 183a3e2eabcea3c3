"""Tests of core/language."""
