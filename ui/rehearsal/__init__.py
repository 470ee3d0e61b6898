"""Rehearsal: an applicant and a clerk played by the program, on a training station only.

They see what is shown and touch what is there: a control that is covered, hidden or disabled cannot
be touched, and a page that refuses an answer ends the session as refused.
"""
