"""What changed when in one incentive: the lines of `history:`, and what the rule itself says.

A line of `history:` tells a change in words. The dated values and the dated conditions tell it
again, exactly (`moves`). Here both come together, one moment per day, so that nothing is told
twice: what moved stands under the line that tells of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from koers.engine.concerns import concerns, named_sources, shown_parameters
from koers.engine.explain import SourceInWords
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.moves import LAW, Move, Moved, moves_of
from koers.engine.parameters import Change

NOBODY: Final = "niemand"
NOT_SAID: Final = "dat weten we niet"


@dataclass(frozen=True)
class Told:
    """A line of `history:`, with the moves that it tells of; who gained and lost is in words."""

    what: str
    gained: str
    lost: str
    sources: tuple[SourceInWords, ...]
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True)
class Moment:
    """All that changed on a day; `moves` is what no line of `history:` tells of.

    `on` is None for what was so from the beginning.
    """

    on: date | None
    told: tuple[Told, ...]
    moves: tuple[Move, ...]

    @property
    def of_the_law(self) -> bool:
        """Did the law change, or only what we know of it?"""
        return bool(self.told) or any(one.kind in LAW for one in self.moves)


@dataclass(frozen=True)
class History:
    """What changed when in one incentive, from early to late.

    `never_known` is what is not known in all that time: nothing changed, and nothing is sure.
    """

    incentive: str
    title: str
    moments: tuple[Moment, ...]
    never_known: tuple[Move, ...] = ()

    def days_of_the_law(self) -> tuple[date, ...]:
        """The days on which the law changed, in order."""
        return tuple(one.on for one in self.moments if one.on is not None and one.of_the_law)


Covers = frozenset[str] | None
"""The names of the parameters and conditions that a line tells of; None is all of them."""


def history(rulebook: Rulebook, incentive: str) -> History:
    """What changed when in an incentive, from early to late.

    Raises KeyError for an id that is not in the rulebook.
    """
    one = rulebook[incentive]
    moves: dict[date | None, list[Move]] = {}
    never = []
    for day, move in moves_of(rulebook, one):
        if move.kind is Moved.NEVER_KNOWN:
            never.append(move)
        else:
            moves.setdefault(day, []).append(move)
    told: dict[date | None, list[tuple[Told, Covers]]] = {}
    for owner, change in _lines(rulebook, one):
        line = _told(rulebook, owner, change), _covers(rulebook, one, change)
        told.setdefault(change.on, []).append(line)
    days = sorted({*moves, *told}, key=lambda day: day or date.min)
    moments = (_moment(day, told.get(day, []), moves.get(day, [])) for day in days)
    return History(one.id, one.texts.title, tuple(moments), tuple(never))


def unexplained(rulebook: Rulebook) -> tuple[tuple[str, date, str], ...]:
    """Changes of the law that no line of `history:` tells of: folder, day, name; each once."""
    found = {
        (move.owner, moment.on, move.name)
        for one in rulebook.incentives
        for moment in history(rulebook, one.id).moments
        for move in moment.moves
        if moment.on is not None and move.kind in LAW
    }
    return tuple(sorted(found))


# The lines in words --------------------------------------------------------------------------


def _lines(rulebook: Rulebook, incentive: Incentive) -> Iterator[tuple[str, Change]]:
    """The lines that concern an incentive: of its own folder, and about what it reads elsewhere."""
    own = incentive.parameters
    for change in own.history:
        if concerns(rulebook, incentive, change.about):
            yield own.owner, change
    elsewhere: dict[str, set[str]] = {}
    for one in rulebook.parameters_of(incentive):
        elsewhere.setdefault(one.owner, set()).add(one.name)
    for owner, read in elsewhere.items():
        if owner != own.owner:
            for change in rulebook.history_of(owner):
                if read & set(change.about):
                    yield owner, change


def _told(rulebook: Rulebook, owner: str, change: Change) -> Told:
    otherwise = NOBODY if change.gained or change.lost else NOT_SAID
    sources = named_sources(rulebook, owner, change.sources)
    return Told(change.what, change.gained or otherwise, change.lost or otherwise, sources)


def _covers(rulebook: Rulebook, incentive: Incentive, change: Change) -> Covers:
    parts = {one.name for one in incentive.conditions}
    parts |= {one.name for one in shown_parameters(rulebook, incentive)}
    about = frozenset(change.about)
    return about if about and about <= parts else None


def _moment(day: date | None, told: list[tuple[Told, Covers]], moves: list[Move]) -> Moment:
    """Each move under the line that names it, else under the first that tells of everything."""
    under: dict[int, list[Move]] = {}
    covers = [one for _, one in told]
    for move in moves:
        under.setdefault(_place(covers, move), []).append(move)
    return Moment(
        day,
        tuple(replace(one, moves=tuple(under.get(at, ()))) for at, (one, _) in enumerate(told)),
        tuple(under.get(-1, ())),
    )


def _place(covers: list[Covers], move: Move) -> int:
    """Which line tells of a move; -1 when none does. Our own mistake is no change of the law."""
    if move.kind is Moved.CORRECTED:
        return -1
    naming = (at for at, names in enumerate(covers) if names and move.name in names)
    whole = (at for at, names in enumerate(covers) if names is None)
    return next(naming, next(whole, -1))
