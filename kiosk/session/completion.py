"""Completion: the shortest lists of further papers that would meet what papers lack.

Papers that would move the tuple of `kiosk.session.progress` alike are one class, of which a hundred
kinds of document make a few dozen. How many papers are needed at least is found as if there were
room for all; then the lists of that length are enumerated, and of the next as long as there are
none, leaving every branch that cannot end in time.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, islice

from kiosk.session.progress import Board, State, Step, undominated
from kiosk.session.worth import Worth

MOST_LISTS = 1000  # where very many lists would do
MOST_PAPERS = 8  # a longer list helps nobody
MOST_MOVES = 5_000  # less than a tenth of a second; the rules of known cities take a hundred
_WIDEST = 2000  # estimates of how many papers are needed; beyond, they are less sharp

Lists = tuple[tuple[str, ...], ...]


def shortest(board: Board, worths: Sequence[Worth], further: Sequence[Worth]) -> Lists:
    """Return the shortest lists of kinds among `further` that complete `worths`, in their order.

    Empty if `worths` are complete, if no list of MOST_PAPERS does, or if none was found in
    MOST_MOVES. What is returned is always a shortest list; past MOST_LISTS or MOST_MOVES there are
    more, of which some may come earlier in the order.
    """
    starts = list(board.reached(worths))
    order = {worth.kind: place for place, worth in enumerate(further)}
    search = _Search(board, further)
    for size in range(search.least_size(starts), MOST_PAPERS + 1):
        found = sorted(
            sorted(order[kind] for kind in kinds)
            for kinds in islice(search.lists(starts, size), MOST_LISTS)
        )
        if found:
            return tuple(tuple(further[place].kind for place in places) for places in found)
    return ()


def possible(board: Board, further: Sequence[Worth]) -> bool:
    """Return False only if it is proven that no list of MOST_PAPERS among `further` does."""
    search = _Search(board, further)
    sizes = range(search.least_size([board.start]), MOST_PAPERS + 1)
    return board.met(board.start) or any(
        any(search.lists([board.start], size)) or search.exhausted for size in sizes
    )


class _Search:
    """Classes of papers that step alike, and in each number the best step of any of them."""

    def __init__(self, board: Board, further: Iterable[Worth]) -> None:
        self._board = board
        alike: dict[frozenset[Step], list[str]] = {}
        for worth in further:
            alike.setdefault(board.steps(worth), []).append(worth.kind)
        self._classes = list(alike.items())
        steps = list(chain.from_iterable(alike))
        self._at_best: Step = tuple(map(max, zip(board.start, *steps, strict=True)))
        self._moves = 0
        self._could: dict[tuple[State, frozenset[Step], int], bool] = {}
        self._growths = self._growths_from_each()
        self._dead: set[tuple[frozenset[State], int, int, int]] = set()

    @property
    def exhausted(self) -> bool:
        return self._moves > MOST_MOVES

    def least_size(self, starts: Iterable[State]) -> int:
        """Return how many papers are needed if there were room for all, and enough of each.

        Fewer, where there are too many ways to say.
        """
        if any(self._board.met(state) for state in starts):
            return MOST_PAPERS + 1
        layer = set(undominated(map(self._board.growth, starts)))
        for size in range(MOST_PAPERS + 1):
            many = len(layer) * len(self._growths[0])
            if any(self._board.met(state) for state in layer) or many > _WIDEST:
                return max(size, 1)
            grown = set(undominated(layer | set(self._moved(layer, self._growths[0]))))
            if grown == layer:
                break
            layer = grown
        return MOST_PAPERS + 1

    def lists(self, starts: Iterable[State], size: int) -> Iterator[tuple[str, ...]]:
        """Yield every list of `size` papers that completes one of `starts`, once.

        When the search is exhausted, none are yielded any more, of this size or another.
        """
        for classes in self._classes_from(frozenset(undominated(starts)), 0, 0, size):
            yield from self._kinds(classes)

    def _moved(self, states: Iterable[State], steps: Iterable[Step]) -> Iterator[State]:
        for state in states:
            for step in steps:
                self._moves += 1
                end = self._board.moved(state, step)
                if end is not None:
                    yield end

    def _classes_from(
        self, states: frozenset[State], first: int, taken: int, left: int
    ) -> Iterator[tuple[int, ...]]:
        """Yield the class numbers, from `first` on, of the lists of `left` papers that do.

        So many papers of the class `first` are `taken` already.
        """
        if left == 0:
            if any(self._board.met(state) for state in states):
                yield ()
            return
        key = (states, first, taken, left)
        if key in self._dead:
            return
        found = False
        for number, many, ends in self._onward(states, first, taken, left - 1):
            for rest in self._classes_from(ends, number, many, left - 1):
                found = True
                yield (number, *rest)
        if not found:
            self._dead.add(key)

    def _onward(
        self, states: frozenset[State], first: int, taken: int, left: int
    ) -> Iterator[tuple[int, int, frozenset[State]]]:
        """Yield the classes that another paper can be of, how many of it that makes, the ends."""
        for number in range(first, len(self._classes)):
            if self.exhausted:
                return
            before = taken if number == first else 0
            if before < len(self._classes[number][1]):
                ends = self._ends(states, number, left)
                if ends:
                    yield number, before + 1, ends

    def _ends(self, states: frozenset[State], number: int, left: int) -> frozenset[State]:
        """Return the states after a paper of a class from which `left` more could do.

        A paper that adds nothing is in no shortest list.
        """
        ends = set(self._moved(states, self._classes[number][0]))
        near = [
            end
            for end in ends
            if self._could_do(self._board.growth(end), self._growths[number], left)
        ]
        return frozenset(
            end
            for end in undominated(near)
            if not any(all(map(int.__ge__, state, end)) for state in states)
        )

    def _growths_from_each(self) -> list[frozenset[Step]]:
        """Return for each class the best steps of it and of those after it, as if room was left."""
        best: frozenset[Step] = frozenset()
        growths = [best]
        for steps, _ in reversed(self._classes):
            best = frozenset(undominated(best | set(map(self._board.growth, steps))))
            growths.append(best)
        return growths[::-1]

    def _could_do(self, state: State, growths: frozenset[Step], left: int) -> bool:
        """Return False only if `left` more papers could not do even with room for all."""
        key = (state, growths, left)
        if key not in self._could:
            near = self._board.still_needed(state, self._at_best) <= left
            if near and left and len(self._could) < _WIDEST:
                ends = set(self._moved([state], growths))
                near = any(self._could_do(end, growths, left - 1) for end in ends)
            self._could[key] = near
        return self._could[key]

    def _kinds(self, classes: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the lists of kinds that these classes stand for; no kind is wanted twice."""
        if not classes:
            yield ()
            return
        many = classes.count(classes[0])
        for kinds in combinations(self._classes[classes[0]][1], many):
            for others in self._kinds(classes[many:]):
                yield (*kinds, *others)
