"""Tests of core.quiz."""
