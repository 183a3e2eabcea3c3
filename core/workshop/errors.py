"""What a room refuses, worded for the person at the screen."""


class WorkshopError(Exception):
    """An act that the room refuses; nothing changed. The message is a sentence that says what to do.

    `about` is what was typed wrong, "code" or "name"; empty where the room refuses whatever is typed.
    """

    def __init__(self, sentence: str, about: str = "") -> None:
        super().__init__(sentence)
        self.about = about
