"""IPP answers as values (RFC 8010): what a printer says, read as something a stranger sent.

Strict and within bounds, and every fault is the one error PrinterLost: a printer that cannot be
understood is as good as none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from struct import unpack
from typing import TypeAlias

from kiosk.errors import PrinterLost
from kiosk.formats.ipp import Group, Pair, Tag

Value: TypeAlias = "int | str | bytes | Pair | Attributes"
Attributes: TypeAlias = Mapping[str, tuple[Value, ...]]

_LONGEST_ANSWER = 1 << 20
_DEEPEST = 8
_LAST_SUCCESS = 0xFF  # RFC 8011 appendix B.1.2
_MOST_VALUES = 4096
_FIRST_VALUE_TAG = 0x10
_FIRST_TEXT_TAG = 0x40
_OUT_OF_BAND = range(0x10, 0x20)  # "unknown", "no-value": an attribute without a value
_DOTS_PER_CM = 4
_LENGTHS: Mapping[int, int] = {
    Tag.INTEGER: 4,
    Tag.ENUM: 4,
    Tag.BOOLEAN: 1,
    Tag.RESOLUTION: 9,
    Tag.RANGE: 8,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a printer answered: status code, number of the request, groups in their order."""

    status: int
    number: int
    groups: tuple[tuple[int, Attributes], ...]

    @property
    def exact(self) -> bool:
        """Whether all was done as asked, nothing ignored or substituted (0x0000)."""
        return self.status == 0

    @property
    def successful(self) -> bool:
        """Whether it was done at all; attributes that it does not have may be left out."""
        return self.status <= _LAST_SUCCESS

    def group(self, wanted: Group) -> Attributes:
        """Return the first group of a kind, or an empty one."""
        return next((attributes for tag, attributes in self.groups if tag == wanted), {})


def decode(raw: bytes) -> Answer:
    """Return the answer that `raw` is, whole.

    Raises PrinterLost if it is not well-formed: longer than 1 MiB, cut, followed by other bytes, or
    nested deeper than 8 collections.
    """
    if len(raw) > _LONGEST_ANSWER:
        raise PrinterLost
    reader = _Reader(raw)
    version, status, number = unpack(">HHI", reader.take(8))
    if version >> 8 not in {1, 2}:
        raise PrinterLost
    groups: list[tuple[int, Attributes]] = []
    tag = reader.tag()
    while tag != Group.END:
        if tag >= _FIRST_VALUE_TAG:
            raise PrinterLost
        attributes, following = _read_group(reader)
        groups.append((tag, attributes))
        tag = following
    if reader.left:
        raise PrinterLost
    return Answer(status, number, tuple(groups))


def integer(attributes: Attributes, name: str) -> int | None:
    """Return the number or truth `name` if it is there with one value."""
    values = attributes.get(name, ())
    return values[0] if len(values) == 1 and isinstance(values[0], int) else None


def texts(attributes: Attributes, name: str) -> tuple[str, ...]:
    """Return the keywords or texts of `name`, none if it is missing."""
    return tuple(value for value in attributes.get(name, ()) if isinstance(value, str))


def octets(attributes: Attributes, name: str) -> tuple[bytes, ...]:
    """Return the octet strings of `name`, none if it is missing."""
    return tuple(value for value in attributes.get(name, ()) if isinstance(value, bytes))


def integers(attributes: Attributes, name: str) -> tuple[int, ...]:
    """Return the numbers of `name`, none if it is missing."""
    return tuple(value for value in attributes.get(name, ()) if isinstance(value, int))


def pairs(attributes: Attributes, name: str) -> tuple[Pair, ...]:
    """Return the ranges (low, high) or resolutions (across, along; per inch) of `name`."""
    return tuple(value for value in attributes.get(name, ()) if isinstance(value, tuple))


def collections(attributes: Attributes, name: str) -> tuple[Attributes, ...]:
    """Return the collections of `name`, none if it is missing."""
    return tuple(value for value in attributes.get(name, ()) if isinstance(value, Mapping))


class _Reader:
    """Bytes not yet read, and the number of values that may still come."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._at = 0
        self._values = _MOST_VALUES

    @property
    def left(self) -> int:
        return len(self._raw) - self._at

    def take(self, length: int) -> bytes:
        if length > self.left:
            raise PrinterLost
        self._at += length
        return self._raw[self._at - length : self._at]

    def tag(self) -> int:
        return self.take(1)[0]

    def sized(self) -> bytes:
        return self.take(int.from_bytes(self.take(2), "big"))

    def count(self) -> None:
        self._values -= 1
        if not self._values:
            raise PrinterLost


def _read_group(reader: _Reader) -> tuple[Attributes, int]:
    """Return the attributes up to the next delimiter, and that delimiter.

    Of two with one name the first counts: real printers do say a thing twice.
    """
    found: list[tuple[str, list[Value]]] = []
    while (tag := reader.tag()) >= _FIRST_VALUE_TAG:
        name = reader.sized().decode("ascii", "replace")
        if name:
            found.append((name, []))
        if not found:
            raise PrinterLost
        # A value without a name belongs to the attribute before it.
        found[-1][1].extend(_read_value(reader, tag, _DEEPEST))
    attributes: dict[str, tuple[Value, ...]] = {}
    for name, values in found:
        attributes.setdefault(name, tuple(values))
    return attributes, tag


def _read_value(reader: _Reader, tag: int, depth: int) -> tuple[Value, ...]:
    reader.count()
    raw = reader.sized()
    if tag in _OUT_OF_BAND:
        return ()
    if tag == Tag.BEGIN_COLLECTION:
        if raw or not depth:
            raise PrinterLost
        return (_read_members(reader, depth - 1),)
    if len(raw) != _LENGTHS.get(tag, len(raw)):
        raise PrinterLost
    return (_scalar(tag, raw),)


def _scalar(tag: int, raw: bytes) -> Value:
    match tag:
        case Tag.INTEGER | Tag.ENUM:
            return int.from_bytes(raw, "big", signed=True)
        case Tag.BOOLEAN:
            return raw != b"\x00"
        case Tag.RANGE:
            low, high = unpack(">ii", raw)
            return (low, high)
        case Tag.RESOLUTION:
            return _resolution(*unpack(">iib", raw))
        case _:
            return raw.decode("utf-8", "replace") if tag >= _FIRST_TEXT_TAG else raw


def _resolution(across: int, along: int, unit: int) -> Pair:
    if unit == _DOTS_PER_CM:
        return (round(across * 2.54), round(along * 2.54))
    return (across, along)


def _read_members(reader: _Reader, depth: int) -> Attributes:
    found: dict[str, tuple[Value, ...]] = {}
    name = ""
    while (tag := reader.tag()) != Tag.END_COLLECTION:
        if tag < _FIRST_VALUE_TAG or reader.sized():
            raise PrinterLost
        if tag == Tag.MEMBER_NAME:
            name = reader.sized().decode("ascii", "replace")
            if not name or name in found:
                raise PrinterLost
            found[name] = ()
        elif name:
            found[name] += _read_value(reader, tag, depth)
        else:
            raise PrinterLost
    if reader.sized() or reader.sized():
        raise PrinterLost
    return found
