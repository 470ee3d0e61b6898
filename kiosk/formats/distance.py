"""Distance: how many slips of the pen lie between two words (optimal string alignment)."""


def distance(one: str, two: str) -> int:
    """Count letters put in, left out, changed, or swapped with their neighbour."""
    before: list[int] = []
    above = list(range(len(two) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, other in enumerate(two, 1):
            changed = above[column - 1] + (letter != other)
            best = min(changed, above[column] + 1, current[-1] + 1)
            if _swapped(one, two, row, column):
                best = min(best, before[column - 2] + 1)
            current.append(best)
        before, above = above, current
    return above[-1]


def _swapped(one: str, two: str, row: int, column: int) -> bool:
    if row == 1 or column == 1:
        return False
    return one[row - 1] == two[column - 2] and one[row - 2] == two[column - 1]
