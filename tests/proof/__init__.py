"""Whole-machine proof: a station in a virtual machine, searched from outside. `make proof`.

docs/proof.md says what it does, how to read its table, and what it does not claim.
"""
