"""Slips of the fictional city, in languages of three kinds of letters."""

from kiosk.formats import slip_code
from kiosk.formats.slip import AppealWords, Rules, Slip, TakeHomeWords, appeal, take_home
from kiosk.formats.slip_code import Kind

CATALOGUE = ("identity", "residence", "photo", "birth-date", "expired")
MARK = slip_code.mark("alderport", "2026-11")

RULES = {
    "en": Rules("en", "City of Alderport", "alderport", "2026-11", "24 November 2026"),
    "ar": Rules("ar", "مدينة ألدربورت", "alderport", "2026-11", "24 نوفمبر 2026"),
    "zh": Rules("zh", "奥尔德波特市", "alderport", "2026-11", "2026年11月24日"),
}
_TAKE_HOME_WORDS = {
    "en": TakeHomeWords(
        "What to bring",
        "Still missing",
        "Bring all of these",
        "Or all of these",
        "Code for the office",
        "Nobody’s name is on this paper.",
    ),
    "ar": TakeHomeWords(
        "ما الذي تحضره",
        "ما زال ينقصك",
        "أحضر كل هذه الأوراق",
        "أو كل هذه",
        "رمز للمكتب",
        "لا يوجد اسم أحد على هذه الورقة.",
    ),
    "zh": TakeHomeWords(
        "需要带什么",
        "还缺",
        "请带齐以下全部",
        "或者带齐以下全部",
        "办公室代码",
        "这张纸上没有任何人的姓名。",
    ),
}
_MISSING = {
    "en": ["A paper that shows where you live."],
    "ar": ["ورقة تبيّن أين تسكن."],
    "zh": ["一份能证明您住址的文件，例如水电费账单或银行信函，时间在最近六十天以内。"],
}
_LISTS = {
    "en": [["School or work card", "Bill or bank letter"], ["Driver’s license"]],
    "ar": [["بطاقة مدرسية أو بطاقة عمل", "فاتورة أو رسالة من البنك"], ["رخصة قيادة"]],
    "zh": [["学校或工作证", "水电费账单或银行信函"], ["驾驶执照"]],
}


def _take_home(language: str) -> Slip:
    code = slip_code.write(Kind.TAKE_HOME, MARK, {"residence"}, CATALOGUE)
    missing, lists = _MISSING[language], _LISTS[language]
    return take_home(missing, lists, code, RULES[language], _TAKE_HOME_WORDS[language])


TAKE_HOME = {language: _take_home(language) for language in RULES}

_APPEAL_CODE = slip_code.write(Kind.APPEAL, MARK, {"residence", "expired"}, CATALOGUE)
APPEAL = {
    "en": appeal(
        [("residence", "No paper shows where you live."), ("expired", "A paper is too old.")],
        _APPEAL_CODE,
        RULES["en"],
        AppealWords(
            "No card today",
            "These are the reasons",
            "If you do not agree",
            ["Office of Municipal ID, 1 Harbor Square", "Weekdays, 9 to 5"],
            "Code for the office",
            "Nobody’s name is on this paper.",
        ),
    ),
    "ar": appeal(
        [("residence", "لا توجد ورقة تبيّن أين تسكن."), ("expired", "إحدى الأوراق قديمة.")],
        _APPEAL_CODE,
        RULES["ar"],
        AppealWords(
            "لا بطاقة اليوم",
            "هذه هي الأسباب",
            "إذا كنت لا توافق",
            ["مكتب هوية المدينة، 1 ساحة الميناء", "أيام العمل، من 9 إلى 5"],
            "رمز للمكتب",
            "لا يوجد اسم أحد على هذه الورقة.",
        ),
    ),
}
