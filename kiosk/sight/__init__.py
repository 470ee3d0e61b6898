"""The sight: a process beside one session that looks at its pictures and tells what is in them.

It finds faces, for advice alone, and reads papers where the station wants that. Pictures come from
anywhere, and what looks at them is large and written in C++: so it stands behind walls of its own,
is started when a session asks for it, and is wiped and killed with that session.
"""
