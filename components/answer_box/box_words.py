"""What the answer box says, by the names that its browser code has for it; `{}` is filled there with a time or number.

Names with a hyphen are those that browsers give to errors of their speech service.
"""

from core.language.text import marked, t

_WORDS = {
    "label": marked("Your answer"),
    "keys": marked("Ctrl and Enter"),
    "thinking": marked("thinking"),
    "of": marked("of {}"),
    "spoken": marked("target: about {} spoken"),
    "over": marked("over {}"),
    "late": marked("Wrap up soon"),
    "past": marked("Over the target"),
    "starts": marked("A good answer takes about {} spoken. The clock starts when you do."),
    "calm": marked("The clock never cuts you off."),
    "one": marked("{} word."),
    "many": marked("{} words."),
    "says": marked("About {} to say."),
    "full": marked("The box is full."),
    "cut": marked(
        "The connection is gone. What you write stays here, and you can submit it once the connection is back."
    ),
    "dictate": marked("Dictate"),
    "stop": marked("Stop dictating"),
    "local": marked("Dictation runs on this device."),
    "sent": marked(
        "For dictation your browser may send your voice to its maker's service. The text appears in the box; this "
        "course gets no sound."
    ),
    "not-allowed": marked(
        "The browser was not allowed to use the microphone. Allow it in the browser's settings, or type."
    ),
    "service-not-allowed": marked("The browser's speech service is switched off. Type instead."),
    "audio-capture": marked("No microphone was found. Connect one, or type."),
    "network": marked("The browser's speech service cannot be reached. Type instead."),
    "language-not-supported": marked("The browser's speech service has no English. Type instead."),
}


def box_words() -> dict[str, str]:
    """The words in the language in force."""
    return {name: t(text) for name, text in _WORDS.items()}
