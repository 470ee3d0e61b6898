import contextlib
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import PrinterLost
from kiosk.formats import ipp
from kiosk.formats.ipp import Group, Tag
from kiosk.formats.ipp_answer import (
    Answer,
    collections,
    decode,
    integer,
    integers,
    octets,
    pairs,
    texts,
)

URI = "ipp://localhost:8631/ipp/print"
HEAD = b"\x02\x00\x00\x00\x00\x00\x00\x07"
END = b"\x03"


def field(tag: int, name: bytes, raw: bytes) -> bytes:
    return pack(">BH", tag, len(name)) + name + pack(">H", len(raw)) + raw


def only(*fields: bytes) -> Answer:
    return decode(HEAD + bytes([Group.PRINTER]) + b"".join(fields) + END)


# -- requests; a request and an answer have one form, so the strict reader reads them too ---------


def test_a_request_is_the_bytes_of_the_standard() -> None:
    # Laid out by hand after RFC 8010 section 3.1 and appendix A.
    assert ipp.cancel_job(7, "ipp://h/p", 258) == (
        b"\x02\x00" b"\x00\x08" b"\x00\x00\x00\x07" b"\x01"
        b"\x47\x00\x12attributes-charset\x00\x05utf-8"
        b"\x48\x00\x1battributes-natural-language\x00\x02en"
        b"\x45\x00\x0bprinter-uri\x00\x09ipp://h/p"
        b"\x21\x00\x06job-id\x00\x04\x00\x00\x01\x02"
        b"\x42\x00\x14requesting-user-name\x00\x05kiosk"
        b"\x03"
    )  # fmt: skip


def test_a_job_is_one_two_sided_card_of_the_loaded_medium() -> None:
    asked = decode(ipp.create_job(7, URI, (5398, 8560)))
    assert (asked.status, asked.number) == (ipp.Operation.CREATE_JOB, 7)
    assert integer(asked.group(Group.OPERATION), "ipp-attribute-fidelity") == 1
    assert texts(asked.group(Group.OPERATION), "job-name") == ("card",)
    job = asked.group(Group.JOB)
    assert (integer(job, "copies"), texts(job, "sides")) == (1, ("two-sided-long-edge",))
    (column,) = collections(job, "media-col")
    assert collections(column, "media-size") == ({"x-dimension": (5398,), "y-dimension": (8560,)},)


def test_a_document_is_the_last_of_its_job() -> None:
    asked = decode(ipp.send_document(7, URI, 5))
    assert asked.status == ipp.Operation.SEND_DOCUMENT
    said = asked.group(Group.OPERATION)
    assert (integer(said, "job-id"), integer(said, "last-document")) == (5, 1)
    assert texts(said, "document-name") == ("card",)
    assert texts(said, "document-format") == ("image/pwg-raster",)


def test_attributes_are_asked_for_by_name() -> None:
    of_printer = decode(ipp.get_printer_attributes(1, URI, ("a", "b")))
    of_job = decode(ipp.get_job_attributes(2, URI, 5, ("c",)))
    assert of_printer.status == ipp.Operation.GET_PRINTER_ATTRIBUTES
    assert of_job.status == ipp.Operation.GET_JOB_ATTRIBUTES
    assert texts(of_printer.group(Group.OPERATION), "requested-attributes") == ("a", "b")
    assert texts(of_job.group(Group.OPERATION), "requested-attributes") == ("c",)
    assert integer(of_job.group(Group.OPERATION), "job-id") == 5


@given(job=st.integers(1, 2**31 - 1), number=st.integers(1, 2**31 - 1))
def test_every_request_begins_as_the_standard_demands(job: int, number: int) -> None:
    requests = [
        ipp.get_printer_attributes(number, URI, ("a",)),
        ipp.create_job(number, URI, (5398, 8560)),
        ipp.send_document(number, URI, job),
        ipp.get_job_attributes(number, URI, job, ("a",)),
        ipp.cancel_job(number, URI, job),
    ]
    for request in requests:
        asked = decode(request)
        # RFC 8011 section 4.1.4: charset, language, then the target.
        names = list(asked.group(Group.OPERATION))
        assert names[:2] == ["attributes-charset", "attributes-natural-language"]
        assert names[2] == "printer-uri"
        assert asked.number == number
        assert texts(asked.group(Group.OPERATION), "requesting-user-name") == ("kiosk",)


# -- answers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "raw", "value"),
    [
        (Tag.INTEGER, b"\xff\xff\xff\xfe", -2),
        (Tag.ENUM, b"\x00\x00\x00\x09", 9),
        (Tag.BOOLEAN, b"\x01", True),
        (Tag.BOOLEAN, b"\x00", False),
        (Tag.RANGE, pack(">ii", 1, 4), (1, 4)),
        (Tag.RESOLUTION, pack(">iib", 300, 600, 3), (300, 600)),
        (Tag.RESOLUTION, pack(">iib", 118, 118, 4), (300, 300)),  # dots per centimetre
        (Tag.OCTETS, b"\xff\x00", b"\xff\x00"),
        (Tag.KEYWORD, b"none", "none"),
        (0x41, b"caf\xe9", "caf�"),
        (0x36, b"\x00\x02en\x00\x01x", b"\x00\x02en\x00\x01x"),  # a name with its language
    ],
)
def test_a_value_is_read_by_its_tag(tag: int, raw: bytes, value: object) -> None:
    assert only(field(tag, b"a", raw)).group(Group.PRINTER) == {"a": (value,)}


def test_values_without_a_name_belong_to_the_attribute_before() -> None:
    said = only(
        field(Tag.KEYWORD, b"a", b"x"),
        field(Tag.KEYWORD, b"", b"y"),
        field(Tag.KEYWORD, b"b", b"z"),
    )
    assert said.group(Group.PRINTER) == {"a": ("x", "y"), "b": ("z",)}


def test_of_an_attribute_that_is_said_twice_the_first_counts() -> None:
    said = only(field(Tag.KEYWORD, b"a", b"x"), field(Tag.KEYWORD, b"a", b"y"))
    assert said.group(Group.PRINTER) == {"a": ("x",)}


def test_an_attribute_without_a_value_is_there_and_empty() -> None:
    assert only(field(0x13, b"a", b"")).group(Group.PRINTER) == {"a": ()}


def test_of_two_groups_of_a_kind_the_first_is_found() -> None:
    job = bytes([Group.JOB])
    answer = decode(
        HEAD + job + field(Tag.KEYWORD, b"a", b"x") + job + field(Tag.KEYWORD, b"a", b"y") + END
    )
    assert answer.group(Group.JOB) == {"a": ("x",)}
    assert len(answer.groups) == 2
    assert answer.group(Group.PRINTER) == {}


@pytest.mark.parametrize(
    ("status", "exact", "successful"), [(0, True, True), (1, False, True), (0x507, False, False)]
)
def test_only_nothing_ignored_is_exact(status: int, exact: bool, successful: bool) -> None:  # noqa: FBT001 (parameters of the test)
    answer = Answer(status, 1, ())
    assert (answer.exact, answer.successful) == (exact, successful)


def test_values_of_another_kind_are_not_returned() -> None:
    mixed = {"a": (1, "x", b"y", (1, 2), {"b": (2,)})}
    assert integer(mixed, "a") is None
    assert integer({}, "a") is None
    assert integers(mixed, "a") == (1,)
    assert texts(mixed, "a") == ("x",)
    assert octets(mixed, "a") == (b"y",)
    assert pairs(mixed, "a") == ((1, 2),)
    assert collections(mixed, "a") == ({"b": (2,)},)


def nested(depth: int) -> bytes:
    inner = field(Tag.BEGIN_COLLECTION, b"a", b"")
    for _ in range(depth - 1):
        inner += field(Tag.MEMBER_NAME, b"", b"m") + field(Tag.BEGIN_COLLECTION, b"", b"")
    return inner + field(Tag.END_COLLECTION, b"", b"") * depth


def test_collections_are_read_to_a_depth() -> None:
    assert only(nested(8)).group(Group.PRINTER)
    with pytest.raises(PrinterLost):
        only(nested(9))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        HEAD,
        HEAD[:-1],
        b"\x03" + HEAD[1:] + END,  # version 3
        HEAD + END + b"\0",
        HEAD + field(Tag.KEYWORD, b"a", b"x") + END,  # no group
        HEAD + b"\x04" + field(Tag.KEYWORD, b"", b"x") + END,  # a second value of nothing
        HEAD + b"\x04" + field(Tag.INTEGER, b"a", b"\0") + END,
        HEAD + b"\x04" + field(Tag.BOOLEAN, b"a", b"") + END,
        HEAD + b"\x04" + field(Tag.RESOLUTION, b"a", b"\0" * 8) + END,
        HEAD + b"\x04\x44\x00\x01a\xff\xffx" + END,  # longer than the answer
        HEAD + b"\x04" + field(Tag.BEGIN_COLLECTION, b"a", b"x") + END,
        HEAD + b"\x04" + field(Tag.BEGIN_COLLECTION, b"a", b"") + END,  # never closed
        HEAD
        + b"\x04"
        + field(Tag.BEGIN_COLLECTION, b"a", b"")
        + field(Tag.KEYWORD, b"", b"x")  # no member's name
        + field(Tag.END_COLLECTION, b"", b"")
        + END,
        HEAD
        + b"\x04"
        + field(Tag.BEGIN_COLLECTION, b"a", b"")
        + field(Tag.MEMBER_NAME, b"", b"m") * 2
        + field(Tag.END_COLLECTION, b"", b"")
        + END,
        HEAD
        + b"\x04"
        + field(Tag.BEGIN_COLLECTION, b"a", b"")
        + field(Tag.END_COLLECTION, b"", b"x")
        + END,
        HEAD + b"\x04" + field(Tag.KEYWORD, b"a", b"x") * 4096 + END,
        HEAD + b"\x04" + field(Tag.OCTETS, b"a", bytes(65_535)) * 17 + END,
    ],
)
def test_what_is_not_well_formed_is_lost(raw: bytes) -> None:
    with pytest.raises(PrinterLost):
        decode(raw)


values = st.builds(
    field,
    st.sampled_from([*Tag, 0x10, 0x13, 0x41, 0x7F]),
    st.binary(max_size=3),
    st.binary(max_size=9),
)
messages = st.builds(
    lambda parts: HEAD + b"".join(parts) + END,
    st.lists(values | st.sampled_from([b"\x01", b"\x02", b"\x04"]), max_size=12),
)


@given(raw=st.binary() | messages | st.builds(lambda tail: HEAD + tail, st.binary()))
def test_any_bytes_are_an_answer_or_lost(raw: bytes) -> None:
    with contextlib.suppress(PrinterLost):
        assert isinstance(decode(raw), Answer)


@given(place=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_a_flipped_byte_never_raises_anything_else(place: int, byte: int) -> None:
    raw = bytearray(ipp.create_job(1, URI, (5398, 8560)))
    raw[place % len(raw)] = byte
    with contextlib.suppress(PrinterLost):
        decode(bytes(raw))
