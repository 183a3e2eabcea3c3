"""The form of each kind of item."""
