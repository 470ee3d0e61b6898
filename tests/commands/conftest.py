from tests.commands.typed import kiosk

__all__ = ["kiosk"]
