"""Pictures for the reader: frames as everybody else has them, turned grey."""

import cv2
import numpy as np

from kiosk.devices import Frame
from kiosk.devices.reader.stripes import Grey


def grey(frame: Frame) -> Grey:
    """Return the brightness of a frame's pixels."""
    rgb = np.frombuffer(frame.rgb, np.uint8).reshape(frame.height, frame.width, 3)
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)
