"""Record: what a rehearsed session may report of a page, in five bytes: which one, and how soon.

Both sides of the pipe know the pages by their place in one list, so that no text passes.
"""

import struct

RECORD = struct.Struct(">BI")  # a page's place in PAGES, microseconds
PAGES = (
    "attract", "language", "readiness", "notice", "name", "latin_name", "birth_date", "gender",
    "address", "veteran", "emergency_contact", "portrait", "check", "evidence", "review",
    "printing", "taken", "look", "cover",
)  # fmt: skip
