"""Onlooker: another program on the same display, the simplest clipboard manager there can be.

    DISPLAY=… python -m tests.forensics.onlooker

It keeps every text that is offered by copying or by selecting. It says a line when it is there, and
is searched like everything else: it must have learnt nothing.
"""

from PySide6.QtGui import QClipboard, QGuiApplication


def main() -> None:
    application = QGuiApplication(["onlooker"])
    clipboard = application.clipboard()
    kept: list[str] = []

    def keep(mode: QClipboard.Mode) -> None:
        kept.append(clipboard.text(mode))

    clipboard.changed.connect(keep)
    print("here", flush=True)  # noqa: T201  # told to whoever started it
    application.exec()


if __name__ == "__main__":
    main()
