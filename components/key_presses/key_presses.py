"""Keys that press buttons of the page, and the focus that goes with what has changed."""

from collections.abc import Mapping

from components.browser_code.browser_component import browser_component

_mount = browser_component(__file__, '<span class="key-presses" hidden>\n</span>')


def key_presses(
    presses: Mapping[str, tuple[str, ...]], shown: str, focus: str, top: bool = False, led: bool = False
) -> None:
    """Draws nothing. A key presses the first enabled button of those named: by `key_button`, or by their container.

    A name that ends in `#2` presses the second choice in its container; one that ends in `?2` the second of the first
    group there that has none chosen yet. `!name` shows the note of that class, where nothing before it can be pressed.
    Keys do nothing while somebody types, nor while a menu or a dialog is open; Space and Enter leave alone what has
    the focus and takes them itself. When `shown` is another than before and the focus was lost with the button that
    had it, or stands on another button after a key of ours, which Space would press from then on, it goes to the
    element of the class `focus`, or to the button in it where that is a container by its key; with `top` it goes there
    in any case, and the page to its top. Where a button stays and keeps the focus, as "Next" does, the page alone
    follows. With `led` Space is ours too on a button that was pressed by mouse, and a menu that Escape has closed does
    not keep the focus.
    """
    _mount(
        key="key-presses.map",
        data={"presses": presses, "shown": shown, "focus": focus, "top": top, "led": led},
        height="content",
    )
