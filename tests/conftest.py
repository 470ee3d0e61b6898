"""What all tests share: the printer process, which several parts are tested against."""

pytest_plugins = ["tests.printer.fixture"]
