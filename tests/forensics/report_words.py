"""Words and tables of the report: what the results' keys mean, and what nobody claims."""

from collections.abc import Iterable, Iterator, Sequence

ENDINGS = {
    "issued": "the card was printed and taken",
    "erased": "the person pressed “erase”",
    "idle": "the person walked away",
    "panic": "somebody pressed the panic keys",
    "crash": "the program failed",
    "hang": "the program stopped answering",
    "misprint": "the card was spoiled",
}
STATIONS = {
    "offscreen": "without a screen, card drawn only; the photograph is also held by the process"
    " that looks at pictures",
    "xcb": "with a screen (an X server) and a printer (a real IPP printer program)",
}
KINDS = {
    "text": "what the person typed: names, gender, address",
    "PIN": "the clerk's PIN",
    "portrait": "the photograph",
    "card": "the drawn card",
    "credential": "the signed statement in the card's code",
    "code": "the black and white squares of the code",
    "printer's document": "what is sent to the printer",
    "screen": "the very dots that were on the screen. They are there while the card is shown:"
    " when the program fails or hangs. The other endings make the screen dark first",
}
METHOD = """\
## How it was done

1. **People who do not exist.** For each visit somebody is invented: names, gender and address of
   random letters, a photograph of random colours, and a clerk with a random 16-digit PIN.
   Wherever one of these turns up, it can only have come from that visit.
2. **The real program.** The kiosk runs as it does for residents. The invented person is typed and
   touched in through the real pages.
3. **First look where it must be.** At the moment when the session (the process that serves one
   person) holds everything, it is searched from outside. What is not found there could not be
   missed later.
4. **Then look where it must not be.** The session ends. Everything that lives on is searched
   twice: before the next visitor's page is shown, and after.
5. **Then look for it on the disks.** Every file of the machine that has changed since the start
   is read, whoever changed it.
"""
NOT_CLAIMED = """\
- **Memory that has lost its owner.** When a process ends, the kernel takes its memory back;
  whether it also overwrites it cannot be seen from inside a machine. {machine}
- **Keyboards and touch screens.** The invented people are typed in by the program itself. What a
  real keyboard leaves on its way through the kernel and the display server was not searched here.
- **Switching off and freezing.** Memory chips hold their content for seconds after power is cut,
  and longer when cold. Nothing here protects against somebody who opens the running machine.
- **Firmware, disks' own electronics, network cards, graphics memory.** Not searched.
- **A real card printer.** A printer has memory of its own, and some keep a picture of each card
  on their ribbon. The printer in this test is a program. Whoever runs a station must know
  what their printer keeps, and destroy its ribbons.
- **Cameras, people and papers in the room.** A camera at the door sees who comes.
- **A document scanner.** The program has none yet, so no scan of a document could be searched
  for; the photograph stands for it here.
- **The birth date and the postcode.** They are too short to be told from chance, and were not
  searched for by themselves; they are on the card and in the signed statement, which were.
- **Needles of other shapes.** The search knows the forms listed above. What is encrypted, or
  packed in a way that nobody thought of, would not be recognised.
- **Pages of program files that nobody has changed.** They were not read in memory, because they
  hold what the file on disk holds; every file that changed was read on disk.
- **The search program itself.** It knows the invented people, since it looks for them, and so it
  is not searched; it is no part of a station."""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def size(count: int) -> str:
    """Return a number of bytes in megabytes, which most people have heard of."""
    return f"{count / 1e6:,.0f} MB"
