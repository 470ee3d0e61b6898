"""Studio: the art of a city's cards, drawn once a raster, before there is an applicant."""

from functools import lru_cache

from kiosk import design
from kiosk.assets import FONTS
from kiosk.city import City
from kiosk.devices import CardSize
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.lettering import Lettering
from kiosk.formats.paper import Paper
from kiosk.formats.slip import Slip
from kiosk.formats.slip_image import draw_slip
from kiosk.session import card
from kiosk.session.application import Application
from kiosk.session.card import Card, Press
from kiosk.session.review import Confirmation

_DEFAULT = CardSize()
_LIKE_A_PAGE = 2  # rasters kept: the default's and the printer's


class Studio:
    """Draws a city's cards. Raises FontsWrong, ShapingMissing or BadPack when it is made."""

    def __init__(self, city: City, *, specimen: bool) -> None:
        self._lettering = Lettering(FONTS)
        self._design = design.load(city.folder)
        self._specimen = specimen
        self._press = lru_cache(_LIKE_A_PAGE)(self._prepare)

    def warm(self) -> None:
        """Draw the ground of a card at the size of a printer that says nothing else."""
        self._press(_DEFAULT)

    def missing(self, text: str) -> str:
        """Return the first sign of `text` that the bundled fonts lack, or ""."""
        return self._lettering.missing(text)

    def fits(self, application: Application) -> bool:
        """Return whether the card has room for the answers there are."""
        return not card.unfit(application, self._press(_DEFAULT))

    def draw(
        self, confirmation: Confirmation, size: CardSize, code: str | None, note: str = ""
    ) -> Card:
        """Return the card, or without a code its preview with `note` in the code's field."""
        return card.draw(confirmation, self._press(size), code, note)

    def draw_slip(self, slip: Slip, paper: Paper) -> Bitmap:
        """Return the slip as it is printed on `paper`."""
        return draw_slip(slip, paper, self._lettering)

    def unfit(self, confirmation: Confirmation) -> tuple[str, ...]:
        """Return the questions whose answers do not fit the card."""
        return card.unfit(confirmation.application, self._press(_DEFAULT))

    def _prepare(self, size: CardSize) -> Press:
        return card.prepare(self._design, size, self._lettering, specimen=self._specimen)
