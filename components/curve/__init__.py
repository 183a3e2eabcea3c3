"""A small line chart with browser code: its drawing follows the theme, its finding is announced."""
