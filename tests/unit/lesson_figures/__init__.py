"""Tests of core.lesson_figures."""
