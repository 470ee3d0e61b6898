"""Cards for tests: an invented applicant, a drawn face, and what their card is drawn with."""

from datetime import date

from hypothesis import strategies as st
from PIL import Image, ImageDraw

from kiosk import city, design
from kiosk.assets import FONTS
from kiosk.devices import CardSize, Frame
from kiosk.formats.lettering import Lettering
from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.card import Card, Press, draw, prepare
from kiosk.session.portrait import HEIGHT, WIDTH, Portrait
from kiosk.session.review import Confirmation
from kiosk.session.term import CardTerm

DESIGN = design.load(city.CITIES / "alderport")
LETTERING = Lettering(FONTS)
PRESS = prepare(DESIGN, CardSize(), LETTERING)
CODE = "NCF" + "6BF+70O/7T:*5XK2M%ZA0$-9." * 12
NOTE = "The code is added when the clerk approves."
ADDRESS = Address(AddressKind.HOME, ("418 Alder Street", "Apt 3B"), "60601")
ANA = Application("en", Name("Ana", "Díaz"), "DIAZ, ANA", date(1987, 3, 27), "Non-binary", ADDRESS)
TERM = CardTerm(date(2026, 11, 24), date(2031, 11, 24))
SIZES = (CardSize(), CardSize(1016, 648), CardSize(1036, 664), CardSize(2022, 1275, 600))

NAMES = (
    Name("Ana", "Díaz"),
    Name("ليلى نور", "الحسن"),
    Name("غلام مصطفیٰ", "چوہدری"),
    Name("小明", "欧阳"),
    Name("रामकृष्ण", "शर्मा"),
    Name("ณัฐฐิ์ธนัญญ์", "ศิริวัฒน์"),
    Name("မောင်မောင်", "ကျော်"),
)
"""One in each of seven scripts."""

applications = st.builds(
    Application,
    language=st.sampled_from(["en", "es", "ar", "ur"]),
    name=st.sampled_from(NAMES),
    latin_name=st.sampled_from(["", "DIAZ, ANA", "ALHASAN, LAYLA NUR"]),
    birth_date=st.dates(date(1920, 1, 1), date(2026, 1, 1)),
    gender=st.sampled_from(["", "Mujer", "Non-binary", "أنثى"]),
    address=st.sampled_from([ADDRESS, Address(AddressKind.OMITTED)]),
    veteran=st.sampled_from([None, True, False]),
    emergency_contact=st.sampled_from([None, (), ("Rosa Díaz", "555 0142")]),
)


def face() -> Portrait:
    """Draw a face: a head and shoulders on grey."""
    image = Image.new("RGB", (WIDTH, HEIGHT), (214, 224, 228))
    pen = ImageDraw.Draw(image)
    pen.ellipse((20, 400, 400, 760), fill=(50, 90, 110))
    pen.ellipse((120, 100, 300, 370), fill=(190, 140, 110))
    return Portrait(image.tobytes())


FACE = face()


def confirmation(application: Application = ANA, term: CardTerm = TERM) -> Confirmation:
    return Confirmation(application, FACE, "B84064ZDN39MER3Y", term)


def card(application: Application = ANA, press: Press = PRESS) -> Card:
    return draw(confirmation(application), press, CODE)


def picture(frame: Frame) -> Image.Image:
    return Image.frombytes("RGB", (frame.width, frame.height), frame.rgb)
