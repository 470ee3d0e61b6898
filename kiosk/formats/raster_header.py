"""The page header that PWG raster and CUPS raster share: where its numbers stand.

1,796 bytes, most of them unused by either (cups/raster.h, cups_page_header2_t; PWG 5102.4 section
4.3, table 2). Each number has four bytes; their order is the document's.
"""

LENGTH = 1796

DUPLEX = 272
DPI_ACROSS, DPI_ALONG = 276, 280
BOX = 284  # left, bottom, right, top, in points
COPIES = 340
POINTS_ACROSS, POINTS_ALONG = 352, 356
WIDTH, HEIGHT = 372, 376
BITS_PER_COLOR, BITS_PER_PIXEL, BYTES_PER_LINE = 384, 388, 392
COLOR_SPACE, COLORS = 400, 420
