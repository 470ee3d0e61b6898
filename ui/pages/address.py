"""Address: a home, a place that takes letters for somebody without one, or none on the card."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup

from kiosk.session.application import Address, AddressKind, Question, Refusal, read_address
from ui.pages import Page, Place
from ui.pages.column import Column, Spread, Title
from ui.pages.parts import Bench, Complaint, Foot
from ui.pages.tray import Tray
from ui.pages.writing import hand_in
from ui.widgets import ChoiceTile, Field, Notice, Text

if TYPE_CHECKING:
    from kiosk.session.journey import Journey


class AddressPage(Page):
    """`submitted` carries an Address. Without one on the card there is nothing to type."""

    name = "address"
    step = 1

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("body")
        self.tiles = {kind: ChoiceTile(name=f"address:{kind}") for kind in AddressKind}
        self._kind = AddressKind.HOME
        self.line1, self.line2 = Field("line1"), Field("line2")
        self.postcode = Field("postcode", latin=True, chars=8)
        self._fields = (self.line1, self.line2, self.postcode)
        self.complaint = Complaint(place.missing, *self._fields)
        self.none = Notice("info", icon="eye-off")
        self.foot, self.tray = Foot(), Tray(*self._fields, latin=True)
        self._below = Bench(self.line2, self.postcode)
        self.setLayout(Spread(self._column(), self.tray))
        self._connect()
        self.retranslate()

    def enter(self, journey: "Journey") -> None:
        address = journey.application.address or Address(AddressKind.HOME)
        for field, text in zip((self.line1, self.line2), (*address.lines, "", ""), strict=False):
            field.set_text(text)
        self.postcode.set_text(address.postcode)
        self.complaint.clear()
        self._choose(address.kind)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Which address goes on your card?"))
        self.lead.setText(
            self.tr("“Care of” means: an organization takes letters for you, if you have no home.")
        )
        self.tiles[AddressKind.HOME].set_texts(self.tr("My home"))
        self.tiles[AddressKind.CARE_OF].set_texts(self.tr("Care of"))
        self.tiles[AddressKind.OMITTED].set_texts(self.tr("No address"))
        self.postcode.set_texts(self.tr("ZIP code"))
        self.none.set_texts(
            self.tr("Your card will show no address."),
            self.tr("The clerk still looks at a paper that shows where you live."),
        )
        self.foot.retranslate()
        self.complaint.retranslate()
        self._name_lines()

    def _column(self) -> Column:
        tiles = Bench(*self.tiles.values())
        parts = (self.title, self.lead, tiles, self.line1, self._below, self.none, 1, self.foot)
        # Tiles and fields say what is asked, where large words leave no room for the question.
        return Column(*parts, spare=[self.lead, self.title])

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for kind, tile in self.tiles.items():
            group.addButton(tile)
            tile.clicked.connect(lambda _=False, kind=kind: self._choose(kind))
        self.foot.back.clicked.connect(self.back)
        self.foot.next.clicked.connect(self._submit)
        self.tray.finished.connect(self._submit)

    def _choose(self, kind: AddressKind) -> None:
        self._kind = kind
        self.tiles[kind].setChecked(True)
        typed = kind is not AddressKind.OMITTED
        for part in (self.line1, self._below, self.tray):
            part.setVisible(typed)
        self.none.setVisible(not typed)
        self._name_lines()
        if typed:
            self.tray.start()

    def _name_lines(self) -> None:
        care_of = self._kind is AddressKind.CARE_OF
        street = self.tr("Street and number")
        self.line1.set_texts(self.tr("Organization") if care_of else street)
        self.line2.set_texts(street if care_of else self.tr("Apartment or floor"))

    def _submit(self) -> None:
        lines = (self.line1.text(), self.line2.text())
        address = self._read(lines, self.postcode.text())
        hand_in(self, address, self._at_fault)

    def _at_fault(self, refusal: Refusal) -> Field:
        """Return the field that is refused for itself; an empty address starts with its street."""
        for field in self._fields if refusal is not Refusal.ADDRESS_EMPTY else ():
            if self._read((field.text(),), "") is refusal:
                return field
        return self.line1

    def _read(self, lines: tuple[str, ...], postcode: str) -> Address | Refusal:
        address = read_address(self._kind, lines, postcode, self.place.printable)
        return self.place.fitting(Question.ADDRESS, address)
