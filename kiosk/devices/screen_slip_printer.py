"""The simulated twin of a slip printer: it keeps the last slip in memory, for whoever looks."""

from kiosk.devices import SlipTrouble
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.paper import USUAL, Paper


class ScreenSlipPrinter:
    """A SlipPrinter without a printer; with a `trouble` it prints nothing and complains of it."""

    def __init__(self, trouble: SlipTrouble | None = None, paper: Paper = USUAL) -> None:
        self._trouble = trouble
        self._paper = paper
        self.last: Bitmap | None = None

    def paper(self) -> Paper | SlipTrouble:
        """Return the paper, or the trouble."""
        return self._trouble or self._paper

    def print_slip(self, slip: Bitmap) -> SlipTrouble | None:
        """Keep the slip as the last one; see SlipPrinter."""
        if self._trouble is None:
            self.last = slip
        return self._trouble

    def close(self) -> None:
        """Do nothing: there is no connection."""
