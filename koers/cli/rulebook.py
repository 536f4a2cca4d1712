"""`koers rulebook`: the public table of all instruments, or of all facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from koers.cli import clock
from koers.cli.dutch import BadInput, DutchCommand, nearest, on_day

if TYPE_CHECKING:
    from koers.engine.incentive import Rulebook
    from koers.engine.status import Dispute
    from koers.rulebook.instruments import Instrument


def _since(text: str) -> date:
    from koers.cli.days import day_asked

    return day_asked(text, where="--changed-since")


@click.command(cls=DutchCommand, short_help="Toon alle instrumenten, of alle gegevens.")
@click.option("--json", "as_json", is_flag=True, help="Toon JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Toon CSV.")
@click.option("--facts", "of_facts", is_flag=True, help="Toon de gegevens die je kan opgeven.")
@click.option("--on", metavar="DATUM", type=on_day, help="De dag die telt. Anders: vandaag.")
@click.option("--level", metavar="NIVEAU", multiple=True, help="flemish, federal, sector ...")
@click.option("--kind", metavar="SOORT", multiple=True, help="right, employer_right, duty ...")
@click.option("--group", metavar="GROEP", multiple=True, help="money, time, guidance of proof.")
@click.option(
    "--status", metavar="STATUS", multiple=True, help="in_force, abolished, disputed, stale ..."
)
@click.option(
    "--for", "situations", metavar="WIE", multiple=True, help="employee, jobseeker, student ..."
)
@click.option("--changed-since", metavar="DATUM", type=_since, help="Wat sinds die dag veranderde.")
def rulebook(
    as_json: bool,
    as_csv: bool,
    of_facts: bool,
    on: date | None,
    changed_since: date | None,
    **chosen: tuple[str, ...],
) -> None:
    """Toon wat Koers kent: alle instrumenten, met hoeveel, van wie, sinds wanneer en hun bron.

    Je kan kiezen, ook meer dan één keer per keuze: `--level flemish --level federal --group time`.
    `--for` toont wat niet zeker gesloten is voor wie dat is. Spreken bronnen elkaar tegen, dan
    staan ze er allebei. Las niemand zes maanden lang nog een bron na, dan staat dat erbij.
    """
    from koers.rulebook import RULEBOOK

    if as_json and as_csv:
        raise BadInput("--json en --csv gaan niet samen. Kies één van de twee.")
    if of_facts:
        if on or changed_since or any(chosen.values()):
            raise BadInput("--facts toont gegevens, geen instrumenten. Kies dan niets anders.")
        rows = facts_of(RULEBOOK)
        _print(rows, as_json, as_csv, lambda: _show_facts(rows))
        return
    wanted = _wanted(RULEBOOK, chosen)
    day = on or clock.today()
    found = [one for one in _rows(RULEBOOK, wanted, day) if _fits(one, wanted, changed_since, day)]
    rows = [row_of(one) for one in found]
    _print(rows, as_json, as_csv, lambda: _show(found, RULEBOOK, day))


def _rows(book: Rulebook, wanted: dict[str, tuple[str, ...]], day: date) -> Iterator[Instrument]:
    """The rows of what was chosen by what it is; a row is dear, and what it is costs nothing."""
    from koers.rulebook.instruments import instrument

    for one in book.incentives:
        has = {"level": one.level, "kind": one.kind, "group": one.group}
        if all(word in wanted.get(name, (word,)) for name, word in has.items()):
            yield instrument(book, one, day)


# Choosing ------------------------------------------------------------------------------------


def _wanted(book: Rulebook, chosen: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What was chosen, by option. Raises BadInput for a word that is none, with the nearest."""
    from koers.engine.incentive import GROUPS, KINDS, LEVELS
    from koers.rulebook.instruments import STATUSES, situations

    known = {
        "level": LEVELS,
        "kind": KINDS,
        "group": GROUPS,
        "status": tuple(STATUSES),
        "situations": tuple(situations(book)),
    }
    for name, given in chosen.items():
        option = "--for" if name == "situations" else f"--{name}"
        for word in given:
            if word not in known[name]:
                raise BadInput(f"{option}: {word!r} kent Koers niet. {nearest(word, known[name])}")
    return {name: given for name, given in chosen.items() if given}


def _fits(
    one: Instrument, wanted: dict[str, tuple[str, ...]], changed_since: date | None, day: date
) -> bool:
    """Is a row among what was chosen by how it stands? One word per option is enough."""
    has = {"status": one.status, "situations": one.situations}
    changed = changed_since is None or any(changed_since <= when <= day for when in one.changes)
    return changed and all(
        name not in wanted or set(wanted[name]) & set(words) for name, words in has.items()
    )


# Rows for machines ---------------------------------------------------------------------------


def row_of(one: Instrument) -> dict[str, Any]:
    """What the public may know of one instrument, by column."""
    return {
        "id": one.id,
        "title": one.title,
        "what": one.what,
        "kind": one.kind,
        "level": one.level,
        "group": one.group,
        "recipient": one.recipient,
        "for": list(one.situations),
        "amounts": [{"label": amount.label, "text": amount.text} for amount in one.amounts],
        "owner_decides": one.decides,
        "owner_pays": one.pays,
        "reference_date": one.reference,
        "exists_from": one.exists_from,
        "exists_until": one.exists_until,
        "status": list(one.status),
        "disputed": [_dispute(dispute) for dispute in one.state.disputes],
        "stale": one.state.stale,
        "last_change": one.last_change,
        "next_change": one.next_change,
        "conditions": one.conditions,
        "doubts": one.doubts,
        "oldest_source_read": one.state.oldest_read,
        "newest_source_read": one.state.newest_read,
        "main_source": one.main_source.title if one.main_source else None,
        "main_source_url": one.main_source.url if one.main_source else None,
    }


def _dispute(one: Dispute) -> dict[str, Any]:
    return {
        "about": one.about,
        "we_follow": one.ours,
        "sources": [{"title": source.title, "url": source.url} for source in one.sources],
        "others_say": one.theirs,
    }


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


# Printing ------------------------------------------------------------------------------------


def _print(
    rows: list[dict[str, Any]], as_json: bool, as_csv: bool, show: Callable[[], None]
) -> None:
    if as_json:
        from koers.cli.jsonable import dumps

        click.echo(dumps(rows))
    elif as_csv:
        click.echo(_csv(rows), nl=False)
    else:
        show()


def _csv(rows: list[dict[str, Any]]) -> str:
    """Rows as CSV; a list is one cell, its items after each other."""
    import csv
    import io

    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    match value:
        case bool():
            return str(value).lower()
        case list():
            return " | ".join(str(_cell(item)) for item in value)
        case {"label": label, "text": text}:
            return f"{label}: {text}"
        case {"about": about, "we_follow": ours, "sources": sources, "others_say": theirs}:
            read = ", ".join(f"{source['title']} {source['url']}" for source in sources)
            return f"{about}: {ours} ({read}) / {theirs}"
    return value


def _show(found: list[Instrument], book: Rulebook, day: date) -> None:
    from koers.cli.tables import Column, show
    from koers.engine import words
    from koers.rulebook.instruments import situations

    columns = [
        Column("Instrument", 26, bold=True),
        Column("Wat en voor wie", 30),
        Column("Hoeveel", 34),
        Column("Wie beslist en betaalt", 26),
        Column("Sinds en stand", 28),
        Column("Bron", 30),
    ]
    if not found:
        click.echo("Geen enkel instrument past bij wat je koos.")
        return
    labels = situations(book)
    click.echo(f"Instrumenten op {words.day(day)}\n")
    show(columns, [("", [_line(one, labels) for one in found])], {})
    for one in found:
        _show_disputes(one)
    several = "instrument" if len(found) == 1 else "instrumenten"
    click.echo(f"\n{len(found)} {several}. Versie van de regels: {book.version}.")


def _line(one: Instrument, labels: dict[str, str]) -> tuple[str, ...]:
    from koers.cli.overview import GROUPS
    from koers.engine import words
    from koers.rulebook.instruments import KINDS, LEVELS, RECIPIENTS

    what = f"{KINDS[one.kind]}\n{LEVELS[one.level]}, {GROUPS[one.group].lower()}\n"
    what += f"voor {RECIPIENTS.get(one.recipient, one.recipient)}"
    if one.kind not in ("employer_right", "definition"):
        what += f"\n{_who(one.situations, labels)}"
    amounts = "\n".join(f"{amount.label}: {amount.text}" for amount in one.amounts)
    source = one.main_source.title if one.main_source else "geen"
    if one.state.newest_read:
        source += f"\nlaatst nagekeken op {words.day(one.state.newest_read)}"
    owner = f"{one.decides}\nbetaalt: {one.pays}"
    return f"{one.title}\n({one.id})", what, amounts or "geen bedrag", owner, _stand(one), source


def _who(situations: tuple[str, ...], labels: dict[str, str]) -> str:
    """For whom it may be open; the others when they are fewer."""
    closed = [label for word, label in labels.items() if word not in situations]
    if not closed:
        return "open voor iedereen"
    if not situations:
        return "nu voor niemand"
    if len(closed) < len(situations):
        return f"niet voor: {', '.join(closed)}"
    return f"alleen voor: {', '.join(labels[word] for word in situations)}"


def _stand(one: Instrument) -> str:
    from koers.engine import words
    from koers.rulebook.instruments import STATUSES

    parts = [STATUSES[word] for word in one.status]
    if one.exists_until and parts[0] == STATUSES["abolished"]:
        parts[0] = f"afgeschaft, laatste dag {words.day(one.exists_until)}"
    elif one.exists_until:
        parts.append(f"tot en met {words.day(one.exists_until)}")
    parts.append(f"sinds {words.day(one.exists_from)}" if one.exists_from else "al voor 2019")
    if one.last_change and one.last_change != one.exists_from:
        parts.append(f"laatste wijziging {words.day(one.last_change)}")
    if one.next_change:
        parts.append(f"volgende wijziging {words.day(one.next_change)}")
    parts.append(_counted(one.conditions, "voorwaarde", "voorwaarden"))
    parts.append(_counted(one.doubts, "twijfel", "twijfels"))
    return "\n".join(parts)


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _show_disputes(one: Instrument) -> None:
    """Both sides, where sources disagree."""
    from koers.engine.explain import source_text

    if one.state.disputes:
        click.echo(f"\nBetwist: {one.title} ({one.id})")
    for dispute in one.state.disputes:
        click.echo(f"- {dispute.about}: volgens ons {dispute.ours}.")
        for source in dispute.sources:
            click.echo(f"    Bron: {source_text(source)}")
        click.echo(f"    Maar: {dispute.theirs}")


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
