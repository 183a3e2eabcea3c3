"""Graphs laid out, drawn, and written in other forms."""
