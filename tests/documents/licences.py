"""Payloads of licences, as every version of AAMVA's standard writes them. Everybody is invented."""

from collections.abc import Sequence

Elements = Sequence[tuple[str, str]]

MODERN: Elements = (
    ("DAQ", "Q00000000001"), ("DCS", "ALDERSON"), ("DDE", "N"), ("DAC", "MARISOL"), ("DDF", "N"),
    ("DAD", "INEZ"), ("DDG", "N"), ("DCA", "D"), ("DCB", "NONE"), ("DCD", "NONE"),
    ("DBD", "03142024"), ("DBB", "11231987"), ("DBA", "11232032"), ("DBC", "2"), ("DAU", "064 in"),
    ("DAY", "BRO"), ("DAG", "418 ALDER STREET"), ("DAI", "ALDERPORT"), ("DAJ", "IL"),
    ("DAK", "606010000  "), ("DCF", "20240314ALD0001"), ("DCG", "USA"), ("DCU", "JR"),
    ("DDA", "F"), ("DDB", "09172015"),
)  # fmt: skip
GIVEN_TOGETHER: Elements = (  # versions 02 and 03
    ("DCA", "D"), ("DCB", "NONE"), ("DCD", "NONE"), ("DBA", "11232032"), ("DCS", "ALDERSON"),
    ("DCT", "MARISOL,INEZ"), ("DBD", "03142024"), ("DBB", "11231987"), ("DBC", "2"),
    ("DAG", "418 ALDER STREET"), ("DAI", "ALDERPORT"), ("DAJ", "IL"), ("DAK", "606010000"),
    ("DAQ", "Q00000000001"), ("DCF", "20240314ALD0001"), ("DCG", "USA"), ("DCU", "JR"),
)  # fmt: skip
ONE_NAME: Elements = (  # version 01
    ("DAQ", "Q00000000001"), ("DAA", "ALDERSON,MARISOL,INEZ,JR"), ("DAG", "418 ALDER STREET"),
    ("DAI", "ALDERPORT"), ("DAJ", "IL"), ("DAK", "606010000  "), ("DAR", "D   "), ("DAS", "    "),
    ("DAU", "504"), ("DBA", "20321123"), ("DBB", "19871123"), ("DBC", "2"), ("DBD", "20240314"),
)  # fmt: skip
OLDEST: Elements = (  # before version 01 was settled
    ("DAB", "ALDERSON"), ("DAC", "MARISOL"), ("DAD", "INEZ"), ("DAE", "JR"),
    ("DAL", "418 ALDER STREET"), ("DAN", "ALDERPORT"), ("DAO", "IL"), ("DAP", "60601"),
    ("DAQ", "Q00000000001"), ("DBA", "11-23-2032"), ("DBB", "11-23-1987"), ("DBC", "F"),
    ("DBD", "03-14-2024"),
)  # fmt: skip
PILOT_ISSUER = "636035"


def changed(elements: Elements, **values: str | None) -> Elements:
    """Return `elements` with other values; None leaves one out, a new name comes last."""
    kept = [(name, values.get(name, value)) for name, value in elements]
    known = {name for name, _ in elements}
    added = [(name, value) for name, value in values.items() if name not in known]
    return [(name, value) for name, value in [*kept, *added] if value is not None]


def of_version(version: int) -> Elements:
    """Return what a licence of this version says of the one invented holder."""
    if version == 1:
        return ONE_NAME
    return GIVEN_TOGETHER if version <= 3 else MODERN


def payload(
    elements: Elements,
    version: int = 10,
    issuer: str = PILOT_ISSUER,
    file_type: str = "ANSI ",
    own: str = "ZIZIAORG\nZIB\nZIC\nZID\r",
) -> bytes:
    """Return a payload whose header tells offsets and lengths truly; `own` is the issuer's part."""
    subfiles = ["DL" + "\n".join(name + value for name, value in elements) + "\r"]
    if own:
        subfiles.append(own)
    editions = f"{version:02d}" + ("00" if version > 1 else "")
    head = f"@\n\x1e\r{file_type}{issuer}{editions}{len(subfiles):02d}"
    offset = len(head) + 10 * len(subfiles)
    directory = ""
    for subfile in subfiles:
        length = len(subfile.encode("latin-1"))
        directory += f"{subfile[:2]}{offset:04d}{length:04d}"
        offset += length
    return (head + directory + "".join(subfiles)).encode("latin-1")
