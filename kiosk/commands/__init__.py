"""Commands: one module each, with `command(arguments) -> exit code`. They stand above all parts."""

TRAINING_CITY = "alderport"


class Misuse(Exception):
    """What was asked for cannot be done; `sentence` says what and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
