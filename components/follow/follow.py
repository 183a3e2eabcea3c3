"""Invisible: reruns the fragment around it whenever the room has changed."""

from components.browser_code.browser_component import browser_component

_mount = browser_component(__file__, '<span class="follow" hidden>\n</span>')


def follow(code: str, version: int, *, again: bool = False) -> None:
    """Listens to the room for news after `version`; call it inside the fragment that shows the room.

    With `again` the room could not be read, and the fragment runs anew every second or two until it can. A form of a
    vote that goes away under a tap is reported once, as `late`.
    """
    data = {"code": code, "version": version, "again": again}
    _mount(
        key=f"follow.{code}", data=data, on_changed_change=lambda: None, on_late_change=lambda: None, height="content"
    )
