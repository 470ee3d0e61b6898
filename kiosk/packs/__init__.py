"""Packs: a city's folder read key by key, so that every mistake can be named with its line.

`kiosk.city.load` wants a pack without a mistake; `kiosk pack check` lists all of them at once.
"""
