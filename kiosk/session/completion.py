"""Completion: the shortest lists of further papers that would meet what papers lack.

Papers that would move the tuple of `kiosk.session.progress` alike are one class, of which a hundred
kinds of document make a few dozen. How long the shortest list is, is found by steps of whole
classes; then all lists of that length are enumerated, leaving every branch that cannot end in time.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, islice, product

from kiosk.session.progress import Board, State, Step, Worth, undominated

MOST_LISTS = 1000  # where very many lists would do
MOST_PAPERS = 8  # a longer list helps nobody

Lists = tuple[tuple[str, ...], ...]


def shortest(board: Board, worths: Sequence[Worth], further: Sequence[Worth]) -> Lists:
    """Return the shortest lists of kinds among `further` that complete `worths`, in their order.

    Empty if `worths` are complete, or if no list of MOST_PAPERS does.
    """
    starts = list(board.reached(worths))
    order = {worth.kind: place for place, worth in enumerate(further)}
    alike: dict[frozenset[Step], list[str]] = {}
    for worth in further:
        alike.setdefault(board.steps(worth), []).append(worth.kind)
    search = _Search(board, alike)
    for size in range(search.least_size(starts), MOST_PAPERS + 1):
        found = [
            tuple(sorted(kinds, key=order.__getitem__))
            for kinds in islice(search.lists(starts, size), MOST_LISTS)
        ]
        if found:
            return tuple(sorted(found, key=lambda kinds: [order[kind] for kind in kinds]))
    return ()


class _Search:
    """Classes of papers that step alike, and in each number the best step of any of them."""

    def __init__(self, board: Board, alike: dict[frozenset[Step], list[str]]) -> None:
        self._board = board
        self._classes = list(alike.items())
        steps = list(chain.from_iterable(alike))
        self._at_best: Step = tuple(map(max, zip(board.start, *steps, strict=True)))

    def least_size(self, starts: Iterable[State]) -> int:
        """Return how many papers are needed if there were enough of every class."""
        layer = set(starts)
        for size in range(MOST_PAPERS + 1):
            if any(self._board.met(state) for state in layer):
                return size or MOST_PAPERS + 1
            grown = set(undominated(layer | set(self._onward(layer))))
            if grown == layer:
                break
            layer = grown
        return MOST_PAPERS + 1

    def lists(self, starts: Iterable[State], size: int) -> Iterator[tuple[str, ...]]:
        """Yield every list of `size` papers that completes one of `starts`, once."""
        many: dict[tuple[int, ...], None] = {}
        for start in starts:
            for classes in self._classes_from(start, 0, size, {}):
                if classes not in many:
                    many[classes] = None
                    yield from self._kinds(classes)

    def _onward(self, states: Iterable[State]) -> Iterator[State]:
        for state in states:
            for steps, _ in self._classes:
                for step in steps:
                    end = self._board.moved(state, step)
                    if end is not None:
                        yield end

    def _classes_from(
        self,
        state: State,
        first: int,
        left: int,
        known: dict[tuple[State, int, int], tuple[tuple[int, ...], ...]],
    ) -> tuple[tuple[int, ...], ...]:
        """Return the class numbers, from `first` on, of the lists of `left` papers that do."""
        if left == 0:
            return ((),) if self._board.met(state) else ()
        if self._board.still_needed(state, self._at_best) > left:
            return ()
        key = (state, first, left)
        if key not in known:
            known[key] = tuple(
                dict.fromkeys(
                    (number, *rest)
                    for number in range(first, len(self._classes))
                    for step in self._classes[number][0]
                    if (end := self._board.moved(state, step)) not in (None, state)
                    for rest in self._classes_from(end, number, left - 1, known)
                )
            )
        return known[key]

    def _kinds(self, classes: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the lists of kinds that these classes stand for; no kind is wanted twice."""
        parts = [
            combinations(self._classes[number][1], classes.count(number))
            for number in dict.fromkeys(classes)
        ]
        for kinds in product(*parts):
            yield tuple(chain.from_iterable(kinds))
