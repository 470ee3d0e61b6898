"""Book: the pages by name, each built when it is first needed or while the session warms up."""

import importlib

from kiosk.session.journey import WALK_UP
from ui.pages import Page, Place

# A stage's page has its name; signing and drawing are shown on the page where they are asked for.
_PAGE_OF = {"credential": "review", "card": "review", "printed": "printing"}
NAMES = (
    "attract",
    *dict.fromkeys(_PAGE_OF.get(stage, stage) for stage in WALK_UP),
    "look",
)


def page_of(stage: str) -> str:
    """Return the name of the page that shows `stage`."""
    return _PAGE_OF.get(stage, stage)


class Book:
    """Builds a page once; `forget` lets it go, with everything that was typed into it."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._pages: dict[str, Page] = {}

    def page(self, name: str) -> tuple[Page, bool]:
        """Return the page called `name`, and whether it was built just now."""
        new = name not in self._pages
        if new:
            self._pages[name] = _build(name, self._place)
        return self._pages[name], new

    def forget(self, keep: str) -> list[Page]:
        """Let go of every page but the one to `keep`; they are to be destroyed."""
        gone = [page for name, page in self._pages.items() if name != keep]
        self._pages = {keep: self._pages[keep]}
        return gone


def prepare(name: str) -> None:
    """Import what builds the page called `name`; once the session is sealed nothing can be."""
    importlib.import_module(f"ui.pages.{name}")


def _build(name: str, place: Place) -> Page:
    module = importlib.import_module(f"ui.pages.{name}")
    kind = getattr(module, name.title().replace("_", "") + "Page")
    page: Page = kind(place)
    return page
