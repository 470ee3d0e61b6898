"""Painted components without decisions, over Fusion: no style sheets, no QML.

They are told their words and show them; only Rail and Header own some. All sizes are millimetres of
`ui.theme`. A page needs one import: `from ui.widgets import Button, Field, Text, vbox`.
"""

from ui.widgets.button import Button
from ui.widgets.chips import Chip, Chips
from ui.widgets.choice import CheckRow, ChoiceTile
from ui.widgets.cover import Cover, Hero
from ui.widgets.field import Field
from ui.widgets.frame import Header, Rail, Seal
from ui.widgets.icon import Glyph
from ui.widgets.layout import Box, Gap, Grid, hbox, squeezed, vbox
from ui.widgets.mirror import Mirror, Pointer
from ui.widgets.panel import Notice, Panel, Row, Rule, Sheet
from ui.widgets.paragraph import Align
from ui.widgets.picture import CardView, Guide, Picture
from ui.widgets.slip import SlipView
from ui.widgets.steps import Ring, Steps
from ui.widgets.text import Text
from ui.widgets.touch import Touch

__all__ = [
    "Align",
    "Box",
    "Button",
    "CardView",
    "CheckRow",
    "Chip",
    "Chips",
    "ChoiceTile",
    "Cover",
    "Field",
    "Gap",
    "Glyph",
    "Grid",
    "Guide",
    "Header",
    "Hero",
    "Mirror",
    "Notice",
    "Panel",
    "Picture",
    "Pointer",
    "Rail",
    "Ring",
    "Row",
    "Rule",
    "Seal",
    "Sheet",
    "SlipView",
    "Steps",
    "Text",
    "Touch",
    "hbox",
    "squeezed",
    "vbox",
]
