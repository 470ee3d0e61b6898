"""IPP requests as bytes (encoding: RFC 8010; operations: RFC 8011).

Own code, because no library encodes collections and also takes a ready connection. Nothing that a
caller could fill with a name has a place in a request: a printer keeps the names of jobs and users
and tells them to anybody who asks, so they are constants here.
"""

from collections.abc import Sequence
from enum import IntEnum
from struct import pack
from typing import TypeAlias

JOB_NAME = DOCUMENT_NAME = "card"
USER = "kiosk"
PWG_RASTER = "image/pwg-raster"
ONE_SIDED, TWO_SIDED = "one-sided", "two-sided-long-edge"

Pair: TypeAlias = tuple[int, int]


class Operation(IntEnum):
    """What is asked of a printer (RFC 8011 section 5.4.15)."""

    CREATE_JOB = 0x05
    SEND_DOCUMENT = 0x06
    CANCEL_JOB = 0x08
    GET_JOB_ATTRIBUTES = 0x09
    GET_PRINTER_ATTRIBUTES = 0x0B


class Group(IntEnum):
    """Delimiters of groups of attributes (RFC 8010 section 3.5.1)."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04


class Tag(IntEnum):
    """Kinds of value (RFC 8010 section 3.5.2); what is not listed is read as bytes or text."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    OCTETS = 0x30
    RESOLUTION = 0x32
    RANGE = 0x33
    BEGIN_COLLECTION = 0x34
    END_COLLECTION = 0x37
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49
    MEMBER_NAME = 0x4A


def get_printer_attributes(number: int, uri: str, wanted: Sequence[str]) -> bytes:
    """Return the request for the attributes `wanted` of a printer."""
    asked = _field(Tag.NAME, "requesting-user-name", USER)
    asked += _field(Tag.KEYWORD, "requested-attributes", *wanted)
    return _request(Operation.GET_PRINTER_ATTRIBUTES, number, uri, asked)


def create_job(number: int, uri: str, media: Pair, sides: str = TWO_SIDED) -> bytes:
    """Return the request for a job of one copy, a card's unless `sides`; `media` in 1/100 mm.

    With fidelity, so that a printer refuses what it cannot do and does not print something else.
    """
    asked = _field(Tag.NAME, "requesting-user-name", USER)
    asked += _field(Tag.NAME, "job-name", JOB_NAME)
    asked += _field(Tag.BOOLEAN, "ipp-attribute-fidelity", b"\x01")
    job = _field(Tag.INTEGER, "copies", pack(">i", 1))
    job += _field(Tag.KEYWORD, "sides", sides)
    job += _collection("media-col", _member_collection("media-size", _media_size(media)))
    return _request(Operation.CREATE_JOB, number, uri, asked, job)


def send_document(number: int, uri: str, job: int) -> bytes:
    """Return the request that the document's bytes follow: the only one of job number `job`."""
    asked = _job(job) + _field(Tag.NAME, "document-name", DOCUMENT_NAME)
    asked += _field(Tag.MIME_TYPE, "document-format", PWG_RASTER)
    asked += _field(Tag.BOOLEAN, "last-document", b"\x01")
    return _request(Operation.SEND_DOCUMENT, number, uri, asked)


def get_job_attributes(number: int, uri: str, job: int, wanted: Sequence[str]) -> bytes:
    """Return the request for the attributes `wanted` of job number `job`."""
    asked = _job(job) + _field(Tag.KEYWORD, "requested-attributes", *wanted)
    return _request(Operation.GET_JOB_ATTRIBUTES, number, uri, asked)


def cancel_job(number: int, uri: str, job: int) -> bytes:
    """Return the request to stop job number `job`; a card may come out all the same."""
    return _request(Operation.CANCEL_JOB, number, uri, _job(job))


def _request(
    operation: Operation, number: int, uri: str, asked: bytes, job: bytes | None = None
) -> bytes:
    message = pack(">BBHIB", 2, 0, operation, number, Group.OPERATION)
    message += _field(Tag.CHARSET, "attributes-charset", "utf-8")
    message += _field(Tag.LANGUAGE, "attributes-natural-language", "en")
    message += _field(Tag.URI, "printer-uri", uri) + asked
    if job is not None:
        message += bytes([Group.JOB]) + job
    return message + bytes([Group.END])


def _job(job: int) -> bytes:
    number = _field(Tag.INTEGER, "job-id", pack(">i", job))
    return number + _field(Tag.NAME, "requesting-user-name", USER)


def _media_size(media: Pair) -> bytes:
    across, along = media
    return _member("x-dimension", pack(">i", across)) + _member("y-dimension", pack(">i", along))


def _field(tag: Tag, name: str, *values: str | bytes) -> bytes:
    encoded = b""
    for value in values:
        raw = value.encode("ascii") if isinstance(value, str) else value
        encoded += pack(">BH", tag, len(name)) + name.encode("ascii") + pack(">H", len(raw)) + raw
        name = ""  # Only the first of several values carries the name.
    return encoded


def _member(name: str, number: bytes) -> bytes:
    return _field(Tag.MEMBER_NAME, "", name) + _field(Tag.INTEGER, "", number)


def _collection(name: str, members: bytes) -> bytes:
    return _field(Tag.BEGIN_COLLECTION, name, b"") + members + _field(Tag.END_COLLECTION, "", b"")


def _member_collection(name: str, members: bytes) -> bytes:
    return _field(Tag.MEMBER_NAME, "", name) + _collection("", members)
