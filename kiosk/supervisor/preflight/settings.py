"""Settings: the configuration files of other programs, read as those programs read them."""

NO = ("no", "n", "off", "false", "f", "0")
_COMMENTS = ("#", ";")


def ini(text: str) -> dict[str, str]:
    """Return "section.key" → value of a file with [sections]; a later line wins.

    A comment may follow a value. Keys and sections are in lower case.
    """
    said: dict[str, str] = {}
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1].strip().lower()
        elif line and not line.startswith(_COMMENTS) and "=" in line:
            key, _, value = line.partition("=")
            said[f"{section}.{key.strip().lower()}"] = _without_comment(value)
    return said


def directives(text: str) -> dict[str, str]:
    """Return name → value of a file of CUPS; names are in lower case, and a later line wins."""
    said: dict[str, str] = {}
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith(("#", "<")):
            name, _, value = line.partition(" ")
            said[name.lower()] = value.strip().strip('"')
    return said


def _without_comment(value: str) -> str:
    for sign in _COMMENTS:
        value = value.partition(f" {sign}")[0]
    return value.strip().strip('"')
