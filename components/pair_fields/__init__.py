"""Menus that match left sides with right sides."""
