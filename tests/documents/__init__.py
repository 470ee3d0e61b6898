"""Invented papers, printed and photographed in memory, for whatever must read them."""
