"""The Qt front end: the process of one session.

It shows the stages of `kiosk.session` and holds no rule of its own.

Start reading at `__main__` (what happens before Qt), then `app` (the process), `flow` (what a
submitted value does), `pages` (one page a stage).
"""
