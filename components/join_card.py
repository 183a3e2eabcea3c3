"""How to join a room: address, code, QR code, and who is here."""

from xml.etree import ElementTree as ET

from components import session
from components.markup import el, error_line, show
from components.workshop_access import here
from core.export.qr import qr_code
from core.language.text import t
from core.web.address import reaches_others
from core.workshop.room import Person, Room
from core.workshop.words import beside_others

_NEWEST, _MANY, _SHORT = 3, 24, 16


def join_card(room: Room, *, small: bool, many: bool = False) -> None:
    """Draws the card; small without the QR code, where a figure needs the place, with many names where there is."""
    base = session.server_address()
    shown = base.partition("://")[2] + "/join"
    code = el("p", room.code, class_="ll-join-code")
    people = here(room)
    count = el("p", el("b", str(len(people))), f" {t('here')} ", _newest(people, _MANY if many else _NEWEST))
    locked = el("p", t("The room is locked."), class_="ll-note") if room.locked else None
    told = t("Phones cannot open this address: this computer is in no network. Connect it, then reload this page.")
    alone = None if reaches_others(base) else error_line(told)
    if small:
        address = el("p", shown, class_="ll-note")
        show(el("div", code, address, count, locked, class_="ll-join-small"), alone, class_="ll ll-join")
        return
    words = t("QR code of {address} with the code {code}", address=shown, code=room.code)
    size = "ll-qr" if many else "ll-qr ll-qr-less"
    picture = el("img", src=qr_code(f"{base}/join?room={room.code}"), alt=words, class_=size)
    show(
        el("p", t("Join on your phone"), class_="ll-note"),
        el("p", shown, class_="ll-join-address"),
        alone,
        code,
        picture,
        count,
        locked,
        class_="ll ll-join",
    )


def _newest(people: tuple[Person, ...], most: int) -> ET.Element | None:
    names = [_whole(beside_others(person.name)) for person in people[-most:]][::-1]
    return el("small", t("newest: {names}", names=", ".join(names))) if names else None


def _whole(name: str) -> str:
    """A short name, kept in one line: “Ada 2” broken after “Ada” reads as two people."""
    return name.replace(" ", "\N{NO-BREAK SPACE}") if len(name) <= _SHORT else name
