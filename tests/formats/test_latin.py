import pytest

from kiosk.formats import latin


def test_a_ukrainian_name_as_in_its_passport() -> None:
    assert latin.full("Соломія", "Григоренко-Щербак") == "HRYHORENKO-SHCHERBAK, SOLOMIIA"


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("María Guadalupe", "MARIA GUADALUPE"),
        ("Nguyễn", "NGUYEN"),
        ("Wójcik", "WOJCIK"),
        ("Đặng", "DANG"),
        ("Søren", "SOEREN"),
        ("Åse", "AASE"),
        ("Müller", "MUELLER"),
        ("Strauß", "STRAUSS"),
        ("Þórður", "THORDUR"),
        ("Łukasz", "LUKASZ"),
        ("Ħamrun", "HAMRUN"),
        ("Ağaoğlu", "AGAOGLU"),
        ("ısmail İnce", "ISMAIL INCE"),
        ("Əliyev", "ELIYEV"),
        ("O’Brien", "OBRIEN"),
        ("J. Peña", "J PENA"),
        ("Ŋaalo", "NAALO"),
        ("J\u030cane", "JANE"),
        ("Єва", "YEVA"),
        ("’Яна", "YANA"),
        ("Мар’яна", "MARIANA"),
        ("Юлія Заєць-Їжак", "YULIIA ZAIETS-YIZHAK"),
        ("Ґалаґан", "GALAGAN"),
        ("Леось", "LEOS"),
        ("", ""),
    ],
)
def test_suggestions(name: str, suggestion: str) -> None:
    assert latin.suggest(name) == suggestion


@pytest.mark.parametrize(
    "name",
    ["محمد", "प्रिया", "王", "Ωμέγα", "Наталья Крылова", "Ђорђе", "Ana3", "Ana♥", "អក្ខរ"],
)
def test_no_safe_rule_no_suggestion(name: str) -> None:
    assert latin.suggest(name) is None


@pytest.mark.parametrize(
    ("given", "family", "full"),
    [
        ("Ana", "Ruiz", "RUIZ, ANA"),
        ("Suharto", "", "SUHARTO"),
        ("", "Ruiz", "RUIZ"),
        ("Ana", "王", None),
        ("محمد", "Ruiz", None),
    ],
)
def test_family_name_first(given: str, family: str, full: str | None) -> None:
    assert latin.full(given, family) == full


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("Müller", {"MUELLER", "MULLER", "MUXXLLER"}),
        ("Muñoz", {"MUNOZ", "MUNXXOZ"}),
        ("Groß", {"GROSS"}),
        ("Nguyễn", {"NGUYEN"}),
        ("O’Brien", {"OBRIEN"}),
        ("3rd", {"3RD"}),
        ("Юля", {"YULIA", "IULIA"}),
        ("王", set()),
        ("", set()),
    ],
)
def test_papers_spell_a_word_in_every_way_of_the_tables(word: str, spelled: set[str]) -> None:
    assert latin.spellings(word) == spelled


def test_a_word_of_many_letters_with_choices_has_not_too_many_spellings() -> None:
    assert len(latin.spellings("ü" * 40)) == 256
