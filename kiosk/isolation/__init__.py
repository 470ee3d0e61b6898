"""The walls between processes: what a process gives up (seal), and what may pass (channel).

Words used here: a *seal* is a right that a process gives up for good; the *standby* is a session
that is warm, sealed and waiting; the *hand-over* is from the end of one session to the next one's
first painted page.
"""
