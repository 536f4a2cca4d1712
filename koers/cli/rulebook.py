"""`koers rulebook`: the public table of all instruments, or of all facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from koers.cli import clock
from koers.cli.dutch import BadInput, DutchCommand

if TYPE_CHECKING:
    from koers.engine.incentive import Incentive, Rulebook
    from koers.engine.parameters import Source

KINDS = {
    "right": "recht van een persoon",
    "employer_right": "recht van een onderneming",
    "duty": "plicht",
    "definition": "begrip",
    "information": "informatie",
}
LEVELS = {
    "flemish": "Vlaanderen",
    "federal": "België",
    "sector": "sector",
    "brussels": "Brussel",
    "wallonia": "Wallonië",
}
RECIPIENTS = {
    "worker": "wie werkt of leert",
    "enterprise": "de onderneming",
    "employer": "de werkgever",
    "worker or self-employed": "wie werkt, ook als zelfstandige",
    "worker or employer": "wie werkt, of de werkgever",
    "provider": "de school of het centrum",
}


@click.command(cls=DutchCommand, short_help="Toon alle instrumenten, of alle gegevens.")
@click.option("--json", "as_json", is_flag=True, help="Toon JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Toon CSV.")
@click.option("--facts", "of_facts", is_flag=True, help="Toon de gegevens die je kan opgeven.")
def rulebook(as_json: bool, as_csv: bool, of_facts: bool) -> None:
    """Toon wat Koers kent: alle instrumenten, met hun bron en hun twijfels."""
    from koers.rulebook import RULEBOOK

    if as_json and as_csv:
        raise BadInput("--json en --csv gaan niet samen. Kies één van de twee.")
    if of_facts:
        rows = facts_of(RULEBOOK)
    else:
        rows = [row_of(RULEBOOK, one, clock.today()) for one in RULEBOOK.incentives]
    if as_json:
        from koers.cli.jsonable import dumps

        click.echo(dumps(rows))
    elif as_csv:
        click.echo(_csv(rows), nl=False)
    elif of_facts:
        _show_facts(rows)
    else:
        _show(rows, RULEBOOK.version)


def row_of(book: Rulebook, one: Incentive, today: date) -> dict[str, Any]:
    """What the public may know of one instrument, by column."""
    exists = one.parameters.exists
    changes = book.changes(one.id)
    past = [day for day in changes if day <= today]
    coming = [day for day in changes if day > today]
    sources = one.parameters.sources.values()
    main = _main_source(one)
    return {
        "id": one.id,
        "title": one.texts.title,
        "kind": one.kind,
        "level": one.level,
        "group": one.group,
        "recipient": one.recipient,
        "reference_date": one.reference,
        "exists_from": exists.since if exists else None,
        "exists_until": exists.until if exists else None,
        "last_change": past[-1] if past else None,
        "next_change": coming[0] if coming else None,
        "conditions": len(one.conditions),
        "doubts": len(one.parameters.doubts),
        "oldest_source_read": min((source.read for source in sources), default=None),
        "main_source": main.title if main else None,
        "main_source_url": main.url if main else None,
    }


def _main_source(one: Incentive) -> Source | None:
    """The source that most conditions name; an official one before others."""
    from collections import Counter

    named = Counter(condition.source for condition in one.conditions)
    known = one.parameters.sources
    best = sorted(
        (key for key in known),
        key=lambda key: (known[key].status != "official", -named[key]),
    )
    return known[best[0]] if best else None


def facts_of(book: Rulebook) -> list[dict[str, Any]]:
    """All facts, by column."""
    from koers.cli.facts import kind_of, limits_of, questions, usual_of

    return [
        {
            "name": name,
            "values": kind_of(fact),
            "unit": fact.unit,
            "limits": limits_of(fact),
            "may_be_absent": fact.absent is not None,
            "label": fact.label,
            "usual": usual_of(fact),
            "question": "" if fact.explanation_only else questions().of(fact).text,
        }
        for name, fact in book.vocabulary.facts.items()
    ]


def _csv(rows: list[dict[str, Any]]) -> str:
    import csv
    import io

    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {
            name: str(value).lower() if isinstance(value, bool) else value
            for name, value in row.items()
        }
        for row in rows
    )
    return text.getvalue()


def _show(rows: list[dict[str, Any]], version: str) -> None:
    from koers.cli.overview import GROUPS
    from koers.cli.tables import Column, show
    from koers.engine import words

    columns = [
        Column("Instrument", 28, bold=True),
        Column("Wie en waar", 28),
        Column("Bestaat", 24),
        Column("Regels", 22),
        Column("Bron", 40),
    ]
    shown = []
    for row in rows:
        who = RECIPIENTS.get(row["recipient"], row["recipient"])
        about = f"{KINDS[row['kind']]}, {GROUPS[row['group']].lower()}\n"
        about += f"{LEVELS[row['level']]}, voor {who}"
        rules = f"{row['conditions']} voorwaarden\n{row['doubts']} twijfels\n"
        rules += f"telt: {words.REFERENCES[row['reference_date']]}"
        source = row["main_source"] or "geen"
        if row["oldest_source_read"]:
            source += f"\noudste bron gelezen op {words.day(row['oldest_source_read'])}"
        shown.append((f"{row['title']}\n({row['id']})", about, _lifetime(row), rules, source))
    show(columns, [("", shown)], {})
    click.echo(f"\n{len(rows)} instrumenten. Versie van de regels: {version}.")


def _lifetime(row: dict[str, Any]) -> str:
    from koers.engine import words

    since, until = row["exists_from"], row["exists_until"]
    parts = [f"sinds {words.day(since)}" if since else "al voor 2019"]
    if until:
        parts.append(f"tot {words.day(until)}")
    if row["last_change"]:
        parts.append(f"laatste wijziging {words.day(row['last_change'])}")
    if row["next_change"]:
        parts.append(f"volgende wijziging {words.day(row['next_change'])}")
    return "\n".join(parts)


def _show_facts(rows: list[dict[str, Any]]) -> None:
    from koers.cli.tables import Column, show

    columns = [
        Column("Gegeven", 44, bold=True),
        Column("Waarden", 44),
        Column("Eenheid", 14),
        Column("Wat het is", 40),
        Column("Anders gaan we uit van", 30),
    ]
    shown = []
    for row in rows:
        values = row["values"] if not row["limits"] else f"{row['values']} {row['limits']}"
        if row["may_be_absent"]:
            values += " | absent"
        shown.append((row["name"], values, row["unit"], row["label"], row["usual"]))
    show(columns, [("", shown)], {})
    click.echo(
        "\nOveral mag ook `unknown` (ik weet het niet), een lijst van mogelijke waarden, of "
        "{from: , to: } bij een getal of een datum."
    )
