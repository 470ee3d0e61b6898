"""Machine-readable zones of invented people, of every kind that the standard has."""

from datetime import date, timedelta

from numpy.random import Generator

from kiosk.formats.mrz import check_digit
from kiosk.formats.mrz_layout import Kind

FAMILY = [
    *("ERIKSSON", "GARCIA<LOPEZ", "HERNANDEZ", "KOWALSKA", "NOWAK", "MUELLER", "OCONNOR"),
    *("VAN<DER<MEER", "SMITH", "NGUYEN", "IVANOVA", "OKONKWO", "PEREZ<DE<LA<CRUZ", "GUTIERREZ"),
    *("ZHANG", "ALVAREZ", "WISNIEWSKI", "FITZGERALD", "QUISPE", "XOCHITL", "BJOERKLUND"),
    *("SZCZEPANSKI", "RODRIGUEZ<MARTINEZ", "AHMADZAI"),
]
GIVEN = [
    *("ANNA<MARIA", "JOSE<LUIS", "GUADALUPE", "JAN<PAWEL", "WEI", "OLUWASEUN", "ROBERT", "IVAN"),
    *("MARIA<DEL<CARMEN", "FATIMA", "THI<HOA", "JUAN<CARLOS", "ZOFIA", "XAVIER", "QUENTIN"),
    *("KWAME", "JESUS", "YOLANDA", "BEATRIZ<EUGENIA", "MOHAMMAD<REZA"),
]
STATES = [
    *("UTO", "MEX", "POL", "GTM", "ECU", "USA", "PHL", "IND", "CHN", "NGA", "D<<", "UKR", "VEN"),
    *("COL", "HND", "SLV", "PER", "BRA", "KOR", "ITA"),
]
NUMBER_SIGNS = "0123456789CFGHJKLMNPRTVWXYZ"

Zone = tuple[str, ...]


def invent(kind: Kind, rng: Generator) -> Zone:
    """Return the lines of somebody's paper; all check digits are right."""
    state, name = _one(STATES, rng), f"{_one(FAMILY, rng)}<<{_one(GIVEN, rng)}"
    number, birth, expiry = _number(9, rng), _day(1940, 2009, rng), _day(2026, 2035, rng)
    sex = str(rng.choice(list("MF<"), p=[0.48, 0.48, 0.04]))
    if kind is Kind.TD1:
        return _card(_one(["I<", "ID", "C<", "AC"], rng) + state, name, (birth, sex, expiry), rng)
    code, width = _HEADS[kind]
    second = _checked(number) + state + _checked(birth) + sex + _checked(expiry)
    return (f"{code}{state}{name:<<{width - 5}}"[:width], _ended(kind, second, rng))


_HEADS = {
    Kind.TD2: ("I<", 36),
    Kind.TD3: ("P<", 44),
    Kind.MRV_A: ("V<", 44),
    Kind.MRV_B: ("V<", 36),
}


def _ended(kind: Kind, line: str, rng: Generator) -> str:
    """Return a second line with its optional data and its last check digits."""
    width = _HEADS[kind][1]
    if kind in {Kind.MRV_A, Kind.MRV_B}:
        return f"{line:<<{width}}"
    if kind is Kind.TD3:
        personal = _number(int(rng.choice([0, 0, 10, 11, 14])), rng)
        empty = "<" if not personal and rng.random() < 0.5 else None
        line += f"{personal:<<14}" + (empty or check_digit(f"{personal:<<14}"))
    line = f"{line:<<{width - 1}}"
    return line + check_digit(line[:10] + line[13:20] + line[21:])


def _card(head: str, name: str, person: tuple[str, str, str], rng: Generator) -> Zone:
    birth, sex, expiry = person
    optional = _number(int(rng.choice([0, 0, 8, 11])), rng)
    first = f"{head}{_checked(_number(9, rng))}{optional:<<15}"
    dates, rest = _checked(birth) + sex + _checked(expiry), f"{head[2:]}{'':<<11}"
    last = check_digit(first[5:] + dates[:7] + dates[8:] + rest[3:])
    return first, dates + rest + last, f"{name:<<30}"[:30]


def _checked(signs: str) -> str:
    return signs + check_digit(signs)


def _one(words: list[str], rng: Generator) -> str:
    return words[int(rng.integers(len(words)))]


def _day(first: int, last: int, rng: Generator) -> str:
    day = date(first, 1, 1) + timedelta(days=int(rng.integers(0, 365 * (last - first))))
    return day.strftime("%y%m%d")


def _number(length: int, rng: Generator) -> str:
    """Return digits, a letter and digits, or any signs that states use for their numbers."""
    kind = rng.random()
    signs = NUMBER_SIGNS if kind > 0.75 else NUMBER_SIGNS[:10]
    number = "".join(signs[int(rng.integers(len(signs)))] for _ in range(length))
    letter = chr(ord("A") + int(rng.integers(26)))
    return letter + number[1:] if number and 0.4 < kind <= 0.75 else number
