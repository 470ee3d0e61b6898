"""A city's card design as frozen values: what stands where on both sides, in millimetres.

A design is read from `card.toml` in the city's pack. Its limits are those of a card printer, not of
taste: a design that would print a name too small to read, or a coloured text that the ribbon blurs,
is refused when it is loaded and not when the first card comes out.
"""

from kiosk.design.art import Art, Shape
from kiosk.design.measures import SAFE
from kiosk.design.reading import load, read
from kiosk.design.shared import DESIGNS, designs
from kiosk.design.values import (
    Area,
    Box,
    Braid,
    CardDesign,
    Colour,
    Column,
    Field,
    Guilloche,
    Microtext,
    Picture,
    Rosette,
    Side,
    Text,
    Type,
)

__all__ = [
    "DESIGNS",
    "SAFE",
    "Area",
    "Art",
    "Box",
    "Braid",
    "CardDesign",
    "Colour",
    "Column",
    "Field",
    "Guilloche",
    "Microtext",
    "Picture",
    "Rosette",
    "Shape",
    "Side",
    "Text",
    "Type",
    "designs",
    "load",
    "read",
]
