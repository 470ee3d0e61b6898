"""The on-screen keyboard: tables per language, one widget, no dictionary and no memory."""

from ui.keyboard.keyboard import Keyboard
from ui.keyboard.tables import Tables, load_tables

__all__ = ["Keyboard", "Tables", "load_tables"]
