"""`koers history`: what changed when in one instrument, with its sources and who gained or lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from koers.cli import clock
from koers.cli.dutch import BadInput, DutchCommand, nearest

if TYPE_CHECKING:
    from koers.engine.explain import SourceInWords
    from koers.engine.history import History, Moment, Told
    from koers.engine.incentive import Rulebook
    from koers.engine.moves import Move


@click.command(cls=DutchCommand, short_help="Toon wat er wanneer veranderde aan één instrument.")
@click.argument("incentive", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Toon JSON.")
def history(incentive: str, as_json: bool) -> None:
    """Toon wat er wanneer veranderde, van vroeger naar nu: met de bron, en wie won of verloor.

    ID is een naam uit `koers rulebook`, bijvoorbeeld vov. Ook wat Koers zelf verkeerd schreef en
    verbeterde, staat erbij, en de tijd waarvoor we de regel niet kennen.
    """
    from koers.engine.history import history as history_of
    from koers.rulebook import RULEBOOK

    if incentive not in RULEBOOK:
        raise BadInput(
            f"{incentive!r} staat niet in het regelboek. {nearest(incentive, RULEBOOK.ids)}"
        )
    found = history_of(RULEBOOK, incentive)
    if as_json:
        from koers.cli.jsonable import dumps

        click.echo(dumps(as_data(RULEBOOK, found)))
    else:
        click.echo(as_text(found, RULEBOOK.version, clock.today()), nl=False)


# As JSON -------------------------------------------------------------------------------------


def as_data(rulebook: Rulebook, found: History) -> dict[str, Any]:
    """A history for machines: the moments in order, each change with what moved under it."""
    exists = rulebook[found.incentive].parameters.exists
    return {
        "id": found.incentive,
        "title": found.title,
        "rulebook": rulebook.version,
        "exists_from": exists.since if exists else None,
        "exists_until": exists.until if exists else None,
        "moments": [
            {
                "on": moment.on,
                "changes": [
                    {
                        "text": one.what,
                        "gained": one.gained,
                        "lost": one.lost,
                        "sources": _sources(one.sources),
                        "details": [_move(move) for move in one.moves],
                    }
                    for one in moment.told
                ],
                "without_text": [_move(move) for move in moment.moves],
            }
            for moment in found.moments
        ],
        "never_known": [_move(move) for move in found.never_known],
    }


def _move(move: Move) -> dict[str, Any]:
    return {
        "kind": move.kind,
        "name": move.name,
        "label": move.subject,
        "row": move.row,
        "text": move.text,
        "before": move.before,
        "after": move.after,
        "until": move.until,
        "law": move.law,
        "note": move.note,
        "disputed": move.disputed,
        "sources": _sources(move.sources),
    }


def _sources(sources: Iterable[SourceInWords]) -> list[dict[str, str]]:
    return [
        {"title": one.title, "url": one.url, "status": one.status, "read": one.read}
        for one in sources
    ]


# As text -------------------------------------------------------------------------------------

WHO_IS_NOT_SAID = "Wie hierdoor wint of verliest: dat weten we niet."


def as_text(found: History, version: str, today: date) -> str:
    """A history as plain text: a block per day, from early to late."""
    title = f"{found.title} ({found.incentive})"
    head = f"{title}\n{'=' * len(title)}\nWat er veranderde, van vroeger naar nu."
    blocks = ["\n".join(_moment(one, today)) for one in found.moments]
    if not blocks:
        blocks = ["Sinds het begin veranderde er niets."]
    if found.never_known:
        title = "Wat we al die tijd niet weten"
        blocks.append("\n".join((title, *_moves(found.never_known, "  ", ()))))
    return "\n\n".join((head, *blocks, f"Versie van de regels: {version}.")) + "\n"


def _moment(moment: Moment, today: date) -> Iterator[str]:
    from koers.engine.moves import LAW, Moved

    yield _heading(moment.on, today)
    for one in moment.told:
        yield from _told(one)
    law = [move for move in moment.moves if move.kind in LAW]
    ours = [move for move in moment.moves if move.kind is Moved.CORRECTED]
    rest = [move for move in moment.moves if move not in law and move not in ours]
    yield from _moves(law, "  ", ())
    if any(move.kind is not Moved.BEGINS for move in law):
        yield f"  {WHO_IS_NOT_SAID}"
    yield from _moves(rest, "  ", ())
    if ours:
        yield "  Een fout van Koers, die we verbeterden. De wet veranderde niet."
        yield from _moves(ours, "  ", ())


def _heading(on: date | None, today: date) -> str:
    from koers.engine import words

    if on is None:
        return "Van in het begin"
    return words.day(on) if on <= today else f"{words.day(on)} (dat moet nog komen)"


def _told(one: Told) -> Iterator[str]:
    yield f"  {one.what}"
    yield f"    Wie wint: {one.gained}"
    yield f"    Wie verliest: {one.lost}"
    yield from _read_in(one.sources, "    ")
    yield from _moves(one.moves, "    ", one.sources)


def _moves(moves: Sequence[Move], indent: str, above: Sequence[SourceInWords]) -> Iterator[str]:
    """What moved; the rows of a table stand together, and a source told above is not repeated."""
    for subject, same in groupby(moves, key=lambda move: move.subject if move.row else ""):
        if subject:
            yield f"{indent}- {subject}:"
        deeper = f"{indent}  " if subject else indent
        for sources, several in groupby(same, key=lambda move: move.sources):
            for move in several:
                yield f"{deeper}- {_sentence(move)}"
                yield from _beside(move, f"{deeper}  ")
            yield from _read_in((one for one in sources if one not in above), f"{deeper}  ")


def _sentence(move: Move) -> str:
    """A value has its label before it; a condition or the instrument is named in the sentence."""
    label = move.row or move.subject
    return move.text if move.text[:1].isupper() else f"{label}: {move.text}"


def _beside(move: Move, indent: str) -> Iterator[str]:
    if move.law:
        yield f"{indent}Wet: {move.law}"
    if move.note:
        yield f"{indent}Opmerking: {move.note}"
    if move.disputed:
        yield f"{indent}Niet iedereen is het eens: {move.disputed}"


def _read_in(sources: Iterable[SourceInWords], indent: str) -> Iterator[str]:
    from koers.engine.explain import source_text

    yield from (f"{indent}Bron: {source_text(one)}" for one in sources)
