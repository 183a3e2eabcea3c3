"""A list of terms with browser code: a related term or a page opens without loading the course again."""
