"""The filter: a maker's driver for CUPS, started without CUPS and sealed before it is.

One for each card. It reads the raster from its session and writes to the printer; it finds no file
that it could write, no network and no other program, and it goes with its session.
"""
