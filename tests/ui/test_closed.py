from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kiosk.isolation.wall import Wall
from tests.ui.conftest import LANDSCAPE, PORTRAIT
from ui.closed import Notice, Tongues
from ui.theme import theme
from ui.translate import LANGUAGES

SIZES = [PORTRAIT, LANDSCAPE, QSize(607, 1080)]


@pytest.mark.parametrize("size", SIZES)
def test_everybody_reads_where_to_go_and_the_staff_read_what_is_missing(
    shown: Callable[..., QWidget], size: QSize
) -> None:
    theme().fit(size)
    notice = Notice(list(LANGUAGES), Wall.SECCOMP, Tongues(LANGUAGES).say)
    shown(notice, size)
    said = [sentence.text() for sentence in notice.sentences]
    assert len(set(said)) == len(LANGUAGES)
    assert "counter" in said[0]
    assert "seccomp" in notice.staff.text()
    assert "kiosk preflight" in notice.staff.text()
    for words in (*notice.sentences, notice.staff):
        assert words.height() >= words.heightForWidth(words.width())
