"""What was answered, in words."""
