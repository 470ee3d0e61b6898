"""Sessions: what a session of the sample city in training is started with."""

from argparse import Namespace

ARGUMENTS = Namespace(
    city="alderport",
    training=True,
    reading=False,
    size="1080x1920",
    printer="screen",
    slip_printer="none",
    cast=None,
)
