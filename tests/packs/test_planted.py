"""Every kind of mistake, planted in the sample pack, is named with its file, line and reason."""

from pathlib import Path

import pytest

from tests.packs.planted import ALDERPORT, TOP, Planted, found, plant

FIRST_TERM = "[[terms]]\nages = [0"
THIRD_TERM = "[[terms]]\nages = [65]\nwithout_end = true"
RELATION = "any = [{ lists = { relation = 1 } }]"
CARETAKERS = "any = [{ lists = { picture-paper = 1 } }, { lists = { plain-paper = 2 } }]"
LATE = "late = [{ within = { days = 90 } }]"
SPOUSE = 'spouse_with = "marriage-certificate"'


def city(old: str, new: str, reason: str, mark: str = "") -> Planted:
    return Planted("city.toml", old, new, mark or new, reason)


def papers(old: str, new: str, reason: str, mark: str = "") -> Planted:
    return Planted("documents.toml", old, new, mark or new, reason)


def card(old: str, new: str, reason: str, mark: str = "") -> Planted:
    return Planted("card.toml", old, new, mark or new, reason)


CITY = [
    city("issuer = ", "isuer = ", "isuer: the key 'isuer' is not known here"),
    city('version = "1"', "version = 1", "version: must be a text"),
    city('version = "1"', 'version = " "', "version: must not be empty"),
    city('version = "1"', 'version = "1"\nversion = "2"', "is not TOML", 'version = "2"'),
    city("since = 2026-01-01", "since = 2026-01-01T00:00:00", "since: must be a day"),
    city("since = 2026-01-01", 'since = "2026-01-01"', "since: must be a day"),
    city("since = 2026-01-01", "since = 2026-02-30", "is not TOML: Invalid date"),
    city("confirmed = true", 'confirmed = "yes"', "confirmed: must be true or false"),
    city('"es", "ar"]', '"es", "ar", "en"]', "languages: names something twice", "languages"),
    city('"es", "ar"]', '"es", 1]', "languages: must be a list of texts", "languages"),
    city('["en", "es", "ar"]', "[]", "languages: must not be empty", "languages"),
    city('"gender", "address",', '"shoe_size",', "there is no question 'shoe_size'"),
    city("veteran = [17]", "gender = [17]", "'gender' is asked at every age"),
    city("veteran = [17]", "veteran = [17, 3]", "the first age is above the second"),
    city("veteran = [17]", "shoe = [3]", "'shoe' is asked at every age"),
    city('"language", "name",', '"language",', "the question 'name' cannot be left out"),
    city("source =", 'forbidden = ["gender"]\nsource =', "although it is forbidden", "forbidden"),
    city("source =", 'forbidden = ["shoe"]\nsource =', "no question 'shoe'", "forbidden"),
    city("source =", 'family = "elsewhere"\nsource =', "the family's and a version's", "family"),
    city(
        "[appeal]", '[unfinished]\nen = "a"\nes = "b"\nar = "c"\n[appeal]',
        "says that it is unfinished, and is confirmed", "confirmed = true",
    ),
    city("ends_at_age = 14", "ends_at_age = 13", "would end before it begins"),
    city("years = 2", "years = 0", "terms › 0 › years: must be 1 or more"),
    city("years = 2", "years = 1000", "terms › 0 › years: is above 130"),
    city("years = 5", "years = true", "terms › 1 › years: must be a whole number"),
    city("fee = 1000", "fee = -1", "terms › 1 › fee: must be 0 or more"),
    city("fee = 1000", "fee = 10.0", "terms › 1 › fee: must be a whole number"),
    city("[14, 64]", "[13, 64]", "more than one term is for the age of 13", FIRST_TERM),
    city("[14, 64]", "[15, 64]", "no term is for the age of 14", FIRST_TERM),
    city("ages = [65]", "ages = [70, 65]", "the first age is above the second"),
    city("ages = [65]", "ages = [-1]", "must be a list of one or two ages"),
    city("ages = [65]", "ages = []", "must be a list of one or two ages"),
    city("ages = [65]", "ages = [true]", "must be a list of one or two ages"),
    city(THIRD_TERM, "[[terms]] # here\nages = [65]", "needs either 'years'", "[[terms]] # here"),
    city('ar = "مدينة ألدربورت"', "", "name: the language 'ar' is missing", "[name]"),
    city('en = "City of Alderport"', 'en = ""', "name › en: must not be empty"),
    city('en = "City of Alderport"', "en = 7", "name › en: must be a text"),
    city("[appeal]", 'fr = "V"\n[appeal]', "name › fr: 'fr' is not among", "fr ="),
    city("[appeal]", "[apeal]", "apeal: the key 'apeal' is not known here"),
]  # fmt: skip

PAPERS = [
    papers("[groups.letter]\n", "[groups.letter]\nextra = 1\n", "letter › extra: the key", "extra"),
    papers("most = 1", "most = 0", "groups › bill › most: must be 1 or more"),
    papers("[groups.care]", "[groups.Care]", "a code must be of small letters"),
    papers('group = "care"', 'group = "carer"', "there is no group 'carer'"),
    papers("exception = true", 'exception = "true"', "require › 0 › exception: must be true"),
    papers('code = "residence"', 'code = "identity"', "the code 'identity' is used twice"),
    papers("least = 3 }", "least = 300 }", "all papers together have fewer than 300", "points ="),
    papers("least = 3 }", "least = -3 }", "least: must be 1 or more", "points ="),
    papers('marks = ["photo"]', 'marks = ["foto"]', "'foto' is none of photo, birth_date"),
    papers('marks = ["photo"]', "marks = []", "needs 'marks'"),
    papers('marks = ["photo"]', 'marks = ["photo"], least = 9', "fewer than 9 kinds of paper"),
    papers('marks = ["photo"]', 'marks = ["photo"], among = ["x"]', "no paper is on the list 'x'"),
    papers('shows = { marks = ["birth_date"] }', "", "must ask for one of", "[[require]]"),
    papers(RELATION, "any = []", "any: needs at least one way"),
    papers(RELATION, "any = [{}]", "any › 0: needs 'lists'"),
    papers(RELATION, "any = [3]", "any › 0: must be a table"),
    papers(RELATION, "any = [{ lists = { relation = 3 } }]", "fewer than 3 papers are on this"),
    papers(RELATION, "any = [{ lists = { x = 1 } }]", "no paper is on the list 'x'"),
    papers(
        CARETAKERS,
        "any = [\n  { lists = { plain-paper = 1 } },\n  { lists = { plain-paper = 2 } },\n]",
        "cannot be reached: another way asks for no more", "{ lists = { plain-paper = 2 } }",
    ),
    papers(
        CARETAKERS,
        "any = [\n  { lists = { plain-paper = 2 }, ages = [0, 9] },\n"
        "  { lists = { plain-paper = 1 } },\n]",
        "caretaker › 0 › any › 0: cannot be reached", "{ lists = { plain-paper = 2 }",
    ),
    papers("waived = [{ ages = [0, 13] }", "waived = [{}", "waives it for everybody"),
    papers("[usual]\n", "[usual]\nlate = [{}]\n", "usual › late › 0: needs 'within'", "late"),
    papers('copies = "certified"', 'copies = "signed"', "usual › copies: 'signed' is none of"),
    papers("[usual]", "[usuel]", "usuel: the key 'usuel' is not known here"),
    papers(LATE, "late = [{ within = { days = 0 } }]", "within: must be longer than nothing"),
    papers(LATE, "late = [{ within = 90 }]", "late › 0 › within: must be a table"),
    papers(
        LATE, "late = [\n  { within = { years = 1 } },\n  { within = { months = 12 } },\n]",
        "late › 1: cannot be reached: an earlier step is as long", "{ within = { months",
    ),
    papers(LATE, "late = [{ within = { days = 9 }, points = { x = 1 } }]", "for points on 'x'"),
    papers("{ days = 60 }", "{ days = -60 }", "dated › days: must be 0 or more"),
    papers("{ days = 60 }", "{ day = 60 }", "dated › day: the key 'day' is not known here"),
    papers("month = 4, day = 15", "month = 4, day = 31", "dated › day: is no day of a year"),
    papers("month = 4, day = 15", "month = 13, day = 1", "dated › month: is above 12"),
    papers("month = 4, day = 15,", "month = 4,", "dated: the key 'day' is missing"),
    papers("points = { identity = 2 }", "points = { identity = -2 }", "must be 0 or more"),
    papers("points = { identity = 2 }", "points = { idenity = 2 }", "asks for points on 'idenity'"),
    papers("points = { identity = 2 }", "points = { total = 2 }", "is the sum of all sides"),
    papers("points = { identity = 2 }", 'points = "two"', "points: must be a table"),
    papers("beside = { identity = 2 }", "beside = { identity = 99 }", "have fewer than 99"),
    papers("unreadable = { identity = 2 }", "unreadable = { x = 2 }", "asks for points on 'x'"),
    papers('lists = ["relation"]', 'lists = ["relative"]', "no requirement asks for the list"),
    papers('lists = ["relation"]', "", "this paper proves nothing", "[kinds.childs-birth"),
    papers('holders = ["caretaker"]', "holders = []", "cannot be reached: nobody may show"),
    papers('holders = ["caretaker"]', 'holders = ["aunt"]', "'aunt' is none of applicant"),
    papers('needs = ["address"]', 'needs = ["photo"]', "cannot be reached: it never shows photo"),
    papers(', "spouse"]\nspouse_with', "]\nspouse_with", "a spouse is not among", "spouse_with"),
    papers(SPOUSE, 'spouse_with = "marriage"', "there is no document 'marriage'"),
    papers(SPOUSE, 'spouse_with = "utility-bill"', "cannot be the proof of marriage for itself"),
    papers(
        "points = { identity = 1 }", "points = { identity = 1 }\nwith_address = { residence = 1 }",
        "cannot be reached: it never shows an address", "with_address",
    ),
    papers('address = "omitted"', 'address = "hidden"', "'hidden' is none of home, care-of"),
    papers("ages = [0, 21]\n", "ages = [21, 0]\n", "the first age is above the second"),
    papers('birth_date = "always"', 'birth_date = "often"', "'often' is none of always, some"),
    papers("[kinds.lease]", "[kinds.utility-bill]", "is not TOML"),
    papers("[kinds.lease]", '[kinds."the lease"]', "a code must be of small letters"),
    papers('certainty = "invented"', "", "'certainty' is missing", "[kinds.foreign"),
    papers('es = "Pasaporte", ', "", "the language 'es' is missing", "name ="),
]  # fmt: skip

CARD = [
    card("width = 85.6", "width = wide", "is not TOML"),
    card("width = 85.6", 'width = "85.6"', "width: must be a number"),
    card("width = 85.6", "width = nan", "width: must be a number"),
    card('seal = "seal.art"', 'seal = "nowhere.png"', "seal: the city's seal is missing"),
    card('seal = "seal.art"', 'seal = "../alderport/seal.art"', "the city's seal is missing"),
    card('seal = "seal.art"', 'seal = "city.toml"', "seal: the city's seal must be compiled art"),
    card('seal = "seal.art"', "", "the key 'seal' is missing", TOP),
    card('paper = "#FBFAF5"', 'paper = "white"', "colours › paper: must be a colour"),
    card("petals = 16", "petals = 16, leaves = 2", "rosettes › 0 › leaves: the key", "rosettes"),
    card("lines = 20", "lines = 0", "guilloche › braids › 1 › lines: must be 1", "  { middle = 40"),
    card('rows = [["serial"], [', 'rows = [["shoe_size"], [', "there is no field 'shoe_size'"),
    card('rows = [["serial"], [', 'rows = ["serial", [', "rows: must be a list of lists"),
    card("serial = {", "shoe_size = {", "fields › shoe_size: no card has this field"),
    card("size = 10.6, least = 7, lines", "size = 10.6, least = 6.9, lines", "below 7 points"),
    card("size = 5.6, least = 5 },\n]", "size = 5.6, least = 4 },\n]", "texts › 2 › least: a card"),
    card("left = 25, width = 25 }", "left = 25, width = 30 }", "is wider than its column"),
    card("[3.6, 14.4, 25.2, 32.4]", "[1.9, 14.4, 25.2, 32.4]", "nearer than 2 mm to the edge"),
    card("[3.6, 14.4, 25.2, 32.4]", "[3.6, 14.4]", "must be [left, top, width, height]"),
    card("size = 8, least = 6", "size = 8, least = 9", "back › note › least: is above 'size'"),
    card("[back.column]", "[back.colum]", "back: the table 'column' is missing", "[back]"),
]  # fmt: skip


@pytest.mark.parametrize("planted", [*CITY, *PAPERS, *CARD], ids=str)
def test_a_mistake_is_named_with_file_line_and_reason(tmp_path: Path, planted: Planted) -> None:
    line = plant(tmp_path / "alderport", planted)
    mistakes = found(tmp_path / "alderport")
    assert [
        mistake.line
        for mistake in mistakes
        if mistake.file == planted.file and planted.reason in mistake.reason
    ] == [line], mistakes


def test_the_sample_pack_has_no_mistake() -> None:
    assert found(ALDERPORT) == ()


def test_mistakes_in_all_files_are_named_at_once(tmp_path: Path) -> None:
    plant(tmp_path / "alderport", CITY[0])
    for file, old, new in (
        ("documents.toml", "[usual]", "[usuel]"), ("card.toml", "height = ", "hight = "),
    ):  # fmt: skip
        path = tmp_path / "alderport" / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    files = {mistake.file for mistake in found(tmp_path / "alderport")}
    assert files == {"city.toml", "documents.toml", "card.toml"}
