"""What a room refuses, worded for the person at the screen."""


class WorkshopError(Exception):
    """An act that the room refuses; nothing changed. The message is a sentence that says what to do."""
