"""What belongs together: every entity of the course, its address, and the typed links between them."""
