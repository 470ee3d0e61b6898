"""Configuration files of other programs, and what those programs would not take for a setting."""

from kiosk.supervisor.preflight import settings


def test_systemd_takes_a_value_as_it_stands() -> None:
    text = "[A]\nKey = no \n#Key=yes\n;Key=yes\nWord\nList=[a]\n[B]\nKey=no # never\nA=b=c\n"
    said = settings.systemd(text)
    asked = {name: said.get(name) for name in ("A.Key", "A.List", "A.Word", "B.Key", "B.A")}
    assert asked == {
        "A.Key": "no",
        "A.List": "[a]",
        "A.Word": None,
        "B.Key": "no # never",
        "B.A": "b=c",
    }


def test_ipp_usb_takes_a_comment_behind_a_value() -> None:
    text = "[logging]\n  device-log = all # error\n  # main-log = error\n"
    said = settings.ipp_usb(text)
    assert said["logging.device-log"] == "all"
    assert "logging.main-log" not in said


def test_cups_takes_a_name_in_any_case_and_the_rest_of_the_line() -> None:
    text = '# ErrorLog a\n#PageLog b\n\n<Location />\nAccessLog\t"/a b"\nerrorLOG\nTempDir /t\n'
    said = settings.cups(text)
    assert {name: said.get(name) for name in ("accesslog", "errorlog", "pagelog", "tempdir")} == {
        "accesslog": "/a b",
        "errorlog": "",
        "pagelog": None,
        "tempdir": "/t",
    }
