"""City ID kiosk: everything but the screen.

Five kinds of process make up a station. `supervisor` and `signer` live long and cannot learn about
an applicant; a `session` knows one applicant and dies; a `helper` serves one session and dies with
it; a `desk` serves the staff. What passes between them is in `kiosk.isolation.channel` and can be
read in a minute.

`kiosk` never imports Qt or `ui`. `supervisor`, `session` and `signer` never import one another.

Start reading at `kiosk.session.journey` (what happens to one applicant), then
`kiosk.supervisor.plan` (what happens to the processes).
"""
