"""What every Python export is made of beside its plan: the parts below, each under its name.

Names in capitals stand for what differs from model to model; here they are something, so that this file can be checked alone.
"""

from __future__ import annotations

import bisect
import datetime
import math
import re
import sys
from array import array
from typing import Callable, Sequence

ROUND_TO_FLOAT = None
IS_MISTAKEN = False
COLUMNS: "tuple[str, ...]" = ()
_MISSING_TEXTS: "tuple[str, ...]" = ()
_FIRST_LETTERS: "list[int]" = []
_LETTERS: "list[tuple[int, int]]" = []
_CAPITALS: "list[tuple[int, int, int, int]]" = []
_PROBES: "list[tuple[list[object], list[float], object]]" = []


def _run(row: "dict[str, object]") -> "list[float]":
    return []


# == arithmetic ==
# The largest number of a float.
_MOST = 3.4028234663852886e38


def _f(x: float) -> float:
    """x as a float of C has it: what Veltkamp's splitting leaves in the upper 24 bits."""
    t = 536870913.0 * x
    y = t - (t - x)
    if -_MOST <= y <= _MOST:
        return y
    return x if x != x else math.copysign(math.inf, x)


def _divide(x: float, y: float) -> float:
    try:
        return x / y
    except ZeroDivisionError:
        return math.nan if x == 0 or x != x else math.copysign(math.inf, x) * math.copysign(1.0, y)


def _root(x: float) -> float:
    return math.sqrt(x) if x >= 0 else math.nan


def _round(x: float) -> float:
    return float(round(x)) if -2251799813685248.0 < x < 2251799813685248.0 else x


def _power_of_two(n: float) -> float:
    return math.ldexp(1.0, int(n)) if -1100.0 < n < 1024.0 else math.nan


def _exponent(x: float) -> float:
    """e of x = m * 2 ** e with sqrt(1/2) <= m < sqrt(2)."""
    if not 0.0 < x < math.inf:
        return 0.0
    m, e = math.frexp(x)
    return float(e - 1 if m < 0.7071067811865476 else e)


def _significand(x: float) -> float:
    return math.ldexp(x, -int(_exponent(x))) if 0.0 < x < math.inf else x


def _multiply(w: "array[float]", b: "array[float] | None", x: list[float], groups: int) -> list[float]:
    """b + W x. The product of two floats is exact here: each sum is rounded once to double and once to float."""
    inputs = len(x) // groups
    outputs = len(w) // inputs // groups
    y: list[float] = []
    at = 0
    for group in range(groups):
        part = x[group * inputs : (group + 1) * inputs]
        for _ in range(outputs):
            total = 0.0 if b is None else b[len(y)]
            for weight, value in zip(w[at : at + inputs], part):
                total += weight * value
                ROUND_TO_FLOAT
            y.append(total)
            at += inputs
    return y

# == reductions ==
def _sum(x: list[float], to: "Callable[[float], float]") -> float:
    total = 0.0
    for value in x:
        total = to(total + value)
    return total


def _folded_sum(x: list[float], to: "Callable[[float], float]") -> float:
    """By 64 running sums, folded at the end: the order in which the engine adds."""
    sums = [0.0] * 64
    for i, value in enumerate(x):
        sums[i % 64] = to(sums[i % 64] + value)
    half = 32
    while half > 0:
        for i in range(half):
            sums[i] = to(sums[i] + sums[i + half])
        half //= 2
    return sums[0]

# == rank ==
def _rank(landmarks: "array[float]", x: list[float]) -> list[float]:
    """The place of each number among those of its own that rise: between two of them the part of the way, the middle of those that it equals."""
    count = len(landmarks) // len(x)
    y: list[float] = []
    for i, value in enumerate(x):
        q = landmarks[i * count : (i + 1) * count]
        first, past = bisect.bisect_left(q, value), bisect.bisect_right(q, value)
        if past > first:
            y.append(0.5 * (first + past - 1))
        elif first == 0 or first == count:
            y.append(0.0 if first == 0 else count - 1.0)
        else:
            y.append(first - 1 + (value - q[first - 1]) / (q[first] - q[first - 1]))
    return y

# == cells ==
def _text(value: object) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _is_missing(cell: str) -> bool:
    return cell == "" or cell.lower() in _MISSING_TEXTS


def _number(value: object, column: str) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    cell = _text(value)
    if _is_missing(cell):
        return math.nan
    try:
        return float("not a number" if isinstance(value, bool) else cell)
    except ValueError:
        raise ValueError(f"{column}: {cell!r} is no number.") from None


def _days(value: object, column: str) -> float:
    """The days since 1970 of a date, a datetime (without a zone it is taken for UTC), a text as ISO 8601 writes it, or a number."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str):
        cell = value.strip()
        if _is_missing(cell):
            return math.nan
        try:
            value = datetime.datetime.fromisoformat(cell.replace("Z", "+00:00"))
        except ValueError:
            raise ValueError(f"{column}: {cell!r} is no date as ISO 8601 writes it.") from None
    if isinstance(value, datetime.datetime):
        if value.tzinfo is not None:
            value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
        past = value - datetime.datetime(1970, 1, 1)
        return (86400000000 * past.days + 1000000 * past.seconds + past.microseconds) / 86400000000
    if isinstance(value, datetime.date):
        return float((value - datetime.date(1970, 1, 1)).days)
    if value is None:
        return math.nan
    raise ValueError(f"{column}: {value!r} is no date.")


def _level(value: object, levels: Sequence[str], keys: "Sequence[str | None]", writing: int) -> float:
    """The place of a level; -1 for a text that is none, NaN for a missing one."""
    cell = _text(value)
    if value is not None and cell in levels:
        return float(levels.index(cell))
    if _is_missing(cell):
        return math.nan
    small = cell.lower()
    key = cell if writing == 0 else _number_key(cell) if writing == 2 else small if small in ("true", "false") else None
    if key is not None and key in keys:
        return float(keys.index(key))
    if isinstance(value, bool) and ("1" if value else "0") in levels:
        return float(levels.index("1" if value else "0"))
    return -1.0


def _number_key(cell: str) -> "str | None":
    """A number in one way of writing: 1, 1.0 and 1e0 are one text. Zeros in front stay, for 01 may be a code."""
    parts = re.fullmatch(r"([+-]?)([0-9]*)(?:\{0}([0-9]*))?(?:[eE]([+-]?[0-9]{1,9}))?", cell)
    if parts is None or not parts[2] + (parts[3] or ""):
        return None
    whole, fraction = parts[2], parts[3] or ""
    zeros = len(whole) - len(whole.lstrip("0"))
    if zeros > 0 and zeros == len(whole):
        zeros -= 1
    both = whole + fraction
    end = both.rstrip("0")
    digits = end.lstrip("0")
    if not digits:
        return "0" * zeros + "0"
    power = int(parts[4] or 0) - len(fraction) + len(both) - len(end)
    return f"{'0' * zeros}{'-' if parts[1] == '-' else ''}{digits}e{power}"

# == words ==
def _is_letter(code: int) -> bool:
    at = bisect.bisect_right(_FIRST_LETTERS, code) - 1
    return at >= 0 and code <= _LETTERS[at][1]


def _lower(code: int) -> int:
    for first, last, step, change in _CAPITALS:
        if first <= code <= last and (code - first) % step == 0:
            return code + change
    return code


def _count_words(value: object, places: int) -> list[float]:
    """Each word adds 1 at the place h mod n, h the FNV-1a hash of its lower-cased UTF-8; then the counts get length 1."""
    counts = [0.0] * places
    cell = _text(value)
    if _is_missing(cell):
        return counts
    word = ""
    for letter in cell + " ":
        if _is_letter(ord(letter)):
            word += chr(_lower(ord(letter)))
        elif word:
            h = 14695981039346656037
            for one in word.encode("utf-8"):
                h = (h ^ one) * 1099511628211 % 18446744073709551616
            counts[h % places] += 1.0
            word = ""
    norm = math.sqrt(sum(count * count for count in counts))
    return [count / norm for count in counts] if norm > 0 else counts

# == self-test ==
def self_test() -> "tuple[int, int, float]":
    """Asks for rows whose answers the engine gave when this file was written: how many, how many wrong numbers, the largest difference."""
    wrong, worst = 0, 0.0
    for cells, expected, chosen in _PROBES:
        answer = _run(dict(zip(COLUMNS, cells)))
        for value, right in zip(answer, expected):
            difference = abs(value - right)
            wrong += not difference <= 1e-6 * max(1.0, abs(right))
            worst = max(worst, difference)
        wrong += IS_MISTAKEN
    return len(_PROBES), wrong, worst


if __name__ == "__main__":
    if sys.argv[1:] != ["{1}"]:
        sys.exit("usage: python3 " + sys.argv[0] + " {1}")
    _rows, _wrong, _worst = self_test()
    print(f"{_rows} rows, {_wrong} wrong numbers, largest difference {_worst:.3g}")
    sys.exit(1 if _wrong else 0)

# == rounded sum ==
t = 536870913.0 * total
rounded = t - (t - total)
total = rounded if -_MOST <= rounded <= _MOST else _f(total)
