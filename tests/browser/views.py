"""Every page of the map, and the states of pages that look different: what the checks of all pages go through."""

from tests.browser.seeded_interviews import DEBRIEFED, MARKED, PAST, RATING
from tests.browser.seeded_rooms import ENDED, GUESS, GUIDE, HOST, LAB, LOBBY, NAMES, RESULTS, STAGE, VOTE
from tests.open_pages import open_pages

STATES = {
    "/host": [
        *(f"?room={code}#{HOST}" for code in (LOBBY, STAGE, VOTE, RESULTS, GUESS, GUIDE, LAB, ENDED)),
        f"?room={RESULTS}&view=screen#{HOST}",
        "?room=ZZZ-999",
    ],
    "/join": [
        *(f"?room={code}#{NAMES[0]}" for code in (LOBBY, STAGE, VOTE, RESULTS, GUIDE, LAB, ENDED)),
        "?room=ZZZ-999",
    ],
    "/remote": [f"?room={VOTE}#{HOST}"],
    "/progress": ["#veteran"],
    "/pipeline": ["?view=text", "?step=fine-tuning"],
    "/decide": [
        "?problem=style",
        "?problem=knowledge,style&data-size=fits&style-prompting=no",
        "?problem=style&style-prompting=yes&style-examples=yes",
        "?problem=style&style-prompting=yes&style-examples=yes&view=record",
        "?problem=tea",
        "?node=rag",
        "?node=tea",
    ],
    "/lab": [
        "?station=pre-train&run=pre-train",
        "?station=adapt&run=lora&rank=2&seed=12",
        "?station=scale&run=scaling",
        "?station=tea&run=lora&rank=7",
    ],
    "/calculators": [
        "?calc=memory&model=Llama-3.1-70B&method=qlora&gpu=A100-80GB",
        "?calc=cost&mode=computed&model=Llama-2-7B",
        "?calc=labelling&examples=5000",
        "?calc=break-even&months=12&labels_usd=200",
        "?calc=serving&gpu=A100-80GB&batch=16",
        "?calc=lora-params&target_modules=all-linear",
        "?calc=pretraining&model=Llama-3.1-405B&tokens_t=15.6",
        "?calc=throughput&method=qlora",
        "?calc=memory&model=tea&method=full",
    ],
    "/quick-fire": [
        "?way=drill",
        "?way=drill&set=node:fine-tuning&n=20",
        "?way=drill&set=tea&n=7&seed=x",
        "?way=exam",
    ],
    "/interview": [
        "?way=mock",
        "?way=mock&session=tea",
        f"#{MARKED}",
        f"?way=mock#{RATING}",
        f"?way=mock#{DEBRIEFED}",
        f"?way=mock&session={PAST[0]}#{DEBRIEFED}",
    ],
    "/cases": ["?pair=rag,fine-tune", "?pair=rag,tea"],
}


def pages() -> list[str]:
    """The address of every page."""
    return [page.address for page in open_pages()]


def views() -> list[str]:
    """The address of every page and of its states."""
    return [page + state for page in pages() for state in ("", *STATES.get(page, []))]
