"""What a printer's URI and profile may be, and the sentence for each that will not do."""

from pathlib import Path

import pytest

from kiosk.commands import Misuse, printers
from kiosk.devices import profile
from kiosk.supervisor.doors import DrivenPrinter
from kiosk.supervisor.preflight import printing
from kiosk.supervisor.preflight.check import Finding, Status
from tests.commands.typed import Kiosk

PIN = f"pin=sha256-{'0' * 64}"


def sentence(uri: str, code: str | None = None) -> str:
    with pytest.raises(Misuse) as refused:
        printers.card_printer(uri, code)
    return refused.value.sentence


def test_nothing_named_is_the_screen() -> None:
    assert printers.card_printer(None) is None


def test_a_profile_goes_with_the_printer_into_the_session() -> None:
    found = printers.card_printer("raw:///dev/usb/lp0", "evolis-black")
    assert found == ("raw:///dev/usb/lp0?profile=evolis-black", Path("/dev/usb/lp0"))


def test_a_driver_goes_with_its_printer_to_the_supervisor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Path, "exists", lambda _: True)
    found = printers.card_printer("filter:///dev/usb/lp0", "magicard")
    assert found is not None
    uri, place = found
    assert uri == "filter:///dev/usb/lp0?profile=magicard"
    assert isinstance(place, DrivenPrinter)
    assert place.place == Path("/dev/usb/lp0")
    assert place.driver == profile.load("magicard").driver


def test_a_profile_alone_is_no_printer() -> None:
    with pytest.raises(Misuse, match="Give both"):
        printers.card_printer(None, "ipp")


@pytest.mark.parametrize(
    ("uri", "code", "said"),
    [
        ("http://x", None, "names no printer that can be found"),
        ("ipp://nowhere.invalid/ipp/print", None, "names no printer that can be found"),
        ("ipps://localhost/ipp/print", None, "names no printer that can be found"),
        ("ipp://192.0.2.1/ipp/print", None, "would send cards in clear to another machine"),
        ("raw://192.0.2.1", "evolis-black", "would send cards in clear to another machine"),
        ("raw:///dev/usb/lp0", None, "There is no profile given. Name one with --printer-profile"),
        ("filter:///dev/usb/lp0", "magicard", "needs /usr/lib/cups/filter/rastertogutenprint.5.3,"),
        ("filter://192.0.2.1", "magicard", "would send cards in clear to another machine"),
        ("filter:///dev/usb/lp0", "evolis-black", "reached by raw:, not by filter:"),
        ("ipp://localhost/p", "mine", "There is no printer profile 'mine'."),
        ("ipp://localhost/p", "evolis-black", "reached by raw:, not by ipp:"),
        (f"ipps://localhost/p?{PIN}", "cups", "reached by cups:, not by ipps:"),
    ],
)
def test_what_will_not_do_is_refused_with_a_sentence(uri: str, code: str | None, said: str) -> None:
    assert said in sentence(uri, code)


def test_a_wrong_profile_is_refused_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.toml").write_text('name = "x"\n\ntransport = "usb"\n[memory]\n[ribbon]\n')
    monkeypatch.setattr(profile.codes, "__defaults__", (tmp_path,))
    monkeypatch.setattr(profile.read, "__defaults__", (tmp_path,))
    assert "mine.toml cannot be used. Line 3: transport" in sentence("ipp://localhost/p", "mine")


def test_a_print_server_is_refused_with_what_is_wrong_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = Finding("cups-history", Status.FAILED, "missing: PreserveJobFiles No", "why", "cure")
    monkeypatch.setattr(printing, "cups_objections", lambda _: (kept,))
    assert "cups-history: missing: PreserveJobFiles No." in sentence("cups:///card")
    monkeypatch.setattr(printing, "cups_objections", lambda _: ())
    assert printers.card_printer("cups:///card") is not None


def test_rehearsing_refuses_before_anybody_is_played(kiosk: Kiosk) -> None:
    people = "assets/training/people.json"
    said = kiosk("rehearse", "--people", people, "--printer", "ipp://192.0.2.1/ipp/print")
    assert (said.code, said.out) == (2, "")
    assert "in clear to another machine" in said.err


def test_a_training_station_refuses_before_a_window_opens(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":99")
    said = kiosk("run", "--printer", "raw:///dev/usb/lp0")
    assert said.code == 2
    assert "There is no profile given" in said.err
