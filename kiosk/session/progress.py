"""Progress: how near a heap of papers comes to all that a city asks, as one tuple of numbers.

A paper moves the tuple by one of a few steps: points on a side, a place on one of its lists, a mark
that it shows. What may not go on for ever is a number too: room for papers of a group, or for one
piece of paper that could still be brought, goes down and stops at its floor. So papers that pay on
two sides, count at most so many times, or could stand on several lists are one search for the best
tuple that can be reached.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import ceil

from kiosk.policy import (
    Choice,
    Cover,
    EvidencePolicy,
    OldEnough,
    Requirement,
    Sum,
)
from kiosk.session.worth import Worth

State = tuple[int, ...]
Step = tuple[int, ...]
Ends = dict[State, tuple[int, ...]]
"""The states that papers reach, and the numbers of those that count for each."""


@dataclass(frozen=True, slots=True)
class _Number:
    """One number of the tuple: it grows to `most`, or falls to `least` and no further."""

    gain: Callable[[Worth], int]
    most: int = 0
    least: int = 0


@dataclass(frozen=True, slots=True)
class _Beside:
    """A kind that counts only if all others together have so many points on a side."""

    chosen: int  # the place of a number that is -1 once it counts
    others: int  # the place of the others' points
    wanted: int

    def holds(self, state: State) -> bool:
        return state[self.chosen] == 0 or state[self.others] >= self.wanted


class Board:
    """The tuple for these requirements, with room for what `worths` and `further` contend for."""

    def __init__(
        self,
        requirements: Sequence[Requirement],
        policy: EvidencePolicy,
        worths: Sequence[Worth],
        further: Sequence[Worth] = (),
    ) -> None:
        self.requirements = requirements
        self._policy = policy
        self._numbers: list[_Number] = []
        self._places = [self._lay(asked) for asked in requirements]
        self._asked = len(self._numbers)
        self._besides: list[_Beside] = []
        self._further = {worth.kind for worth in further}
        self._rooms: dict[int, set[str]] = {}
        self._lay_group_rooms([*worths, *further])
        self._lay_paper_rooms(worths, further)
        self._lay_besides({worth.kind for worth in (*worths, *further)})

    @cached_property
    def start(self) -> State:
        """Nothing proved."""
        return (0,) * len(self._numbers)

    def reached(self, worths: Sequence[Worth]) -> Ends:
        """Return the best states that `worths` reach, and which of them count for each.

        Of one piece of paper one counts. Taken together, all its worths need no number: a number
        for each paper would double the states with every paper. For the same reason a room is
        forgotten after the last paper that could take it.
        """
        ends: Ends = {self.start: ()}
        batches = self._by_paper(worths)
        for place, batch in enumerate(batches):
            later = {worths[number].kind for rest in batches[place + 1 :] for number in rest}
            grown = self._with_room(self._grown(ends, batch, worths), later)
            ends = {state: grown[state] for state in undominated(grown)}
        return ends

    def _by_paper(self, worths: Sequence[Worth]) -> list[list[int]]:
        """Return the numbers of the worths of each paper, those of one group together."""
        rivals: dict[str, list[int]] = {}
        for number, worth in enumerate(worths):
            rivals.setdefault(self._paper(worth.kind), []).append(number)
        kinds = self._policy.kinds
        return sorted(rivals.values(), key=lambda numbers: kinds[worths[numbers[0]].kind].group)

    def _grown(self, ends: Ends, batch: Sequence[int], worths: Sequence[Worth]) -> Ends:
        """Return `ends`, and where one paper of `batch` more leads."""
        grown = dict(ends)
        steps = [(number, step) for number in batch for step in self.steps(worths[number])]
        for (number, step), (state, used) in product(steps, ends.items()):
            end = self.moved(state, step)
            if end is not None and len(grown.get(end, ())) <= len(used):
                grown[end] = (*used, number)
        return grown

    def _with_room(self, ends: Ends, later: set[str]) -> Ends:
        """Return `ends` without the rooms that neither `later` nor further papers could take."""
        over = {
            place
            for place, codes in self._rooms.items()
            if codes.isdisjoint(later) and codes.isdisjoint(self._further)
        }
        kept: Ends = {}
        for state, used in ends.items():
            end = tuple(0 if place in over else value for place, value in enumerate(state))
            if end not in kept or len(kept[end]) < len(used):
                kept[end] = used
        return kept

    def best(self, worths: Sequence[Worth]) -> tuple[State, tuple[int, ...]]:
        """Return the best allowed state that `worths` reach, and which of them count for it."""
        ends = {state: used for state, used in self.reached(worths).items() if self._holds(state)}
        return min(ends.items(), key=lambda end: (*self._distance(end[0]), -len(end[1])))

    def lacking(self, state: State) -> Iterator[tuple[Requirement, int]]:
        """Yield each requirement that is not met, and how many points or papers it lacks."""
        for asked, places in zip(self.requirements, self._places, strict=True):
            lack = _lack(asked, places, state)
            if lack:
                yield asked, lack

    def met(self, state: State) -> bool:
        """Return whether `state` is all that is asked."""
        return self._holds(state) and not any(self.lacking(state))

    # -- steps ---------------------------------------------------------------------------------

    def steps(self, worth: Worth) -> frozenset[Step]:
        """Return the steps that a paper allows: it stands on one list of each choice."""
        gains = [number.gain(worth) for number in self._numbers]
        chances: list[list[int]] = []
        for asked, places in zip(self.requirements, self._places, strict=True):
            if isinstance(asked.asks, Choice):
                chances.append([places[name] for name in worth.lists if name in places] or [-1])
        steps = set()
        for chosen in product(*chances):
            step = list(gains)
            for place in chosen:
                if place >= 0:
                    step[place] += 1
            steps.add(tuple(step))
        return frozenset(steps)

    def moved(self, state: State, step: Step) -> State | None:
        """Return the state after a step, None if there is no room for it."""
        end = tuple(map(min, self._mosts, map(int.__add__, state, step)))
        return None if any(map(int.__lt__, end, self._leasts)) else end

    def growth(self, numbers: State | Step) -> tuple[int, ...]:
        """Return the numbers of what is asked alone, as if room for papers never ran out."""
        return numbers[: self._asked] + self.start[self._asked :]

    def still_needed(self, state: State, step_at_best: Step) -> int:
        """Return how many papers are needed at least if none can do more than `step_at_best`."""
        return max(
            (
                _papers(
                    asked, lack, max((step_at_best[place] for place in places.values()), default=0)
                )
                for asked, places in zip(self.requirements, self._places, strict=True)
                if (lack := _lack(asked, places, state))
            ),
            default=0,
        )

    @cached_property
    def _mosts(self) -> State:
        return tuple(number.most for number in self._numbers)

    @cached_property
    def _leasts(self) -> State:
        return tuple(number.least for number in self._numbers)

    # -- the numbers -----------------------------------------------------------------------------

    def _add(self, number: _Number) -> int:
        self._numbers.append(number)
        return len(self._numbers) - 1

    def _lay(self, asked: Requirement) -> dict[str, int]:
        """Add the numbers of a requirement and return their places."""
        match asked.asks:
            case Sum(side, least):
                return {"": self._add(_Number(lambda worth: worth.on(side), most=least))}
            case Cover(_, least) as cover:
                return {"": self._add(_Number(lambda worth: int(worth.covers(cover)), most=least))}
            case Choice(ways):
                wanted: Counter[str] = Counter()
                for way in ways:
                    wanted |= Counter(way.lists)
                return {
                    name: self._add(_Number(lambda _: 0, most=most))
                    for name, most in wanted.items()
                }
            case OldEnough():
                return {}

    def _lay_group_rooms(self, worths: Sequence[Worth]) -> None:
        """Add a number for each group of which too many could count."""
        kinds = self._policy.kinds
        groups = Counter(kinds[worth.kind].group for worth in worths)
        for code, group in self._policy.groups.items():
            if group.most is not None and groups[code] > group.most:
                self._lay_room(group.most, {c for c, kind in kinds.items() if kind.group == code})

    def _lay_paper_rooms(self, worths: Sequence[Worth], further: Sequence[Worth]) -> None:
        """Add a number for each piece of paper that could be brought twice."""
        here = {self._paper(worth.kind) for worth in worths}
        papers = Counter(self._paper(worth.kind) for worth in further)
        for paper, many in papers.items():
            if many > 1 or paper in here:
                same = {code for code in self._policy.kinds if self._paper(code) == paper}
                self._lay_room(1, same)

    def _lay_room(self, most: int, codes: set[str]) -> None:
        place = self._add(_Number(lambda worth: -(worth.kind in codes), least=-most))
        self._rooms[place] = codes

    def _lay_besides(self, present: Iterable[str]) -> None:
        for code in sorted(present):
            for side, wanted in self._policy.kinds[code].beside.items():
                self._besides.append(self._lay_beside(code, side, wanted))

    def _lay_beside(self, code: str, side: str, wanted: int) -> _Beside:
        chosen = self._add(_Number(lambda worth: -(worth.kind == code), least=-1))
        others = _Number(lambda worth: 0 if worth.kind == code else worth.on(side), most=wanted)
        return _Beside(chosen, self._add(others), wanted)

    def _paper(self, code: str) -> str:
        return self._policy.kinds[code].paper or code

    def _holds(self, state: State) -> bool:
        return all(beside.holds(state) for beside in self._besides)

    def _distance(self, state: State) -> tuple[int, int]:
        lacks = [lack for _, lack in self.lacking(state)]
        return len(lacks), sum(lacks)


def undominated(states: Iterable[State]) -> list[State]:
    """Return the states that no other is at least as good as in every number."""
    best: list[State] = []
    for state in sorted(states, key=sum, reverse=True):
        if not any(all(map(int.__ge__, other, state)) for other in best):
            best.append(state)
    return best


def _lack(asked: Requirement, places: Mapping[str, int], state: State) -> int:
    match asked.asks:
        case Sum(_, least) | Cover(_, least):
            return least - state[places[""]]
        case Choice(ways):
            lacks = (
                sum(max(0, wanted - state[places[name]]) for name, wanted in way.lists.items())
                for way in ways
            )
            return min(lacks, default=1)  # no way is open at this age
        case OldEnough():
            return 1


def _papers(asked: Requirement, lack: int, gain: int) -> int:
    """Return how many papers make up for a lack, where one can gain no more than `gain`."""
    if isinstance(asked.asks, Choice):
        return lack
    return ceil(lack / gain) if gain else lack
