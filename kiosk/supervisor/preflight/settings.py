"""Settings: the configuration files of other programs, read as those programs read them.

Where they are strict so is this: a setting that its program would not understand, and so pass over,
must not count as made. A line that is a comment makes a setting that nobody asks for.
"""

from collections.abc import Iterator


def systemd(text: str) -> dict[str, str]:
    """Return "Section.Key" → value; a comment has a line of its own (systemd.syntax(7))."""
    return dict(_pairs(text))


def ipp_usb(text: str) -> dict[str, str]:
    """Return "section.key" → value; a comment may follow a value (ipp-usb(8))."""
    return {key: value.partition(" #")[0].strip() for key, value in _pairs(text)}


def cups(text: str) -> dict[str, str]:
    """Return name → value, names in lower case; what stands in a <Section> too (cupsd.conf(5))."""
    words = (line.split(maxsplit=1) for line in text.splitlines())
    return {
        name.lower(): value[0].strip().strip('"') if value else ""
        for name, *value in (pair for pair in words if pair)
    }


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif "=" in line:
            key, _, value = line.partition("=")
            yield f"{section}.{key.strip()}", value.strip()
