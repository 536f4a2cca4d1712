"""Book grant: invented instruments with a past, for the history and the open questions."""

from datetime import date
from pathlib import Path

from koers.engine import (
    Enumeration,
    Incentive,
    Kind,
    Output,
    Rulebook,
    choice_fact,
    condition,
    load_parameters,
    lookup,
    number_fact,
    open_norm,
    or_else,
    step,
    unknown_in_law,
    vocabulary,
    yes_no_fact,
)

p = load_parameters(__file__)
size = load_parameters(str(Path(__file__).parents[1] / "size_table" / "rule.py"))

KIND = Enumeration("book_kind", {"novel": "roman", "atlas": "atlas", "comic": "strip"})


class employment:
    status = choice_fact({"employee": "werknemer", "jobseeker": "werkzoekende"}, label="statuut")


class book:
    kind = choice_fact(KIND, label="soort boek")
    hours = number_fact(label="lesuren", unit="h")
    needed = yes_no_fact(label="nodig voor de les", judged_by="de school")


class job:
    wage = number_fact(label="loon", unit="EUR/month")


class firm:
    staff = number_fact(label="personeel", unit="persons")


long_enough = condition(
    book.hours >= p.min_hours,
    law="Decreet, art. 1",
    title="De les duurt minstens {min_hours} uur",
    source="decree",
    since=date(2021, 1, 1),
)
any_length = condition(
    book.hours > 0,
    law="Decreet, art. 1 (oud)",
    title="Er is les",
    source="decree",
    until=date(2020, 12, 31),
)
works = condition(
    (employment.status == "employee") & (job.wage <= p.max_wage),
    law="Decreet, art. 2",
    title="Je werkt",
    source="decree",
    until=date(2025, 12, 31),
)
new_text = condition(
    unknown_in_law("De tekst van 2026 is niet gelezen.", source="page"),
    law="Decreet van 2026",
    title="Je voldoet aan de tekst van 2026",
    source="page",
    since=date(2026, 1, 1),
)
useful = condition(
    book.needed
    & open_norm("Het boek dient de les", law="Decreet, art. 3", decides="de dienst Boeken"),
    law="Decreet, art. 3",
    title="Het boek is nuttig",
    source="decree",
)
small = condition(
    firm.staff < size.small_below,
    law="Decreet, art. 4",
    title="Het bedrijf is klein",
    source="decree",
)

OUTPUTS = (
    Output("books_eur_year", Kind.NUMBER, "bedrag", "EUR/year", "worker"),
    Output("kind_eur", Kind.NUMBER, "bedrag per soort", "EUR", "worker"),
    Output("firm_eur", Kind.NUMBER, "bedrag van de onderneming", "EUR", "employer"),
)

book_grant = Incentive(
    id="book_grant",
    kind="right",
    level="flemish",
    group="money",
    recipient="worker",
    reference="day_asked",
    parameters=p,
    conditions=[long_enough, any_length, works, new_text, useful],
    amounts={
        "books_eur_year": p.amount,
        "kind_eur": lookup(p.table("per_kind"), book.kind) + or_else(p.extra, 0),
    },
    steps=[step("ask", who="worker", by=p.day("closing"), source="decree")],
)
firm_book_grant = Incentive(
    id="firm_book_grant",
    kind="employer_right",
    level="sector",
    group="money",
    recipient="employer",
    reference="day_asked",
    parameters=p,
    conditions=[small],
    amounts={"firm_eur": p.firm_amount},
)
firm_size = Incentive(
    id="firm_size",
    kind="definition",
    level="federal",
    group="proof",
    recipient="enterprise",
    reference="day_asked",
    parameters=size,
    amounts={},
    answers=False,
)
RULEBOOK = Rulebook(
    [book_grant, firm_book_grant, firm_size],
    vocabulary=vocabulary([employment, book, job, firm]),
    outputs=OUTPUTS,
    version="proef-2",
)
