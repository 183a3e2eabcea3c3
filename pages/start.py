"""Start."""

from components.page_head import page_head

page_head("Know which rung you need", "…")
