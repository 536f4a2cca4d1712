"""The page of everything that the rulebook leaves open about the law, in Dutch, per instrument."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docs.writers.markdown import Point, code, escaped, link, listed, page, slug, table
from koers.engine import words
from koers.engine.explain import SourceInWords
from koers.engine.incentive import Incentive, Rulebook
from koers.engine.open_law import Open, OpenQuestion, open_questions

INTRODUCTION = """\
Dit weten we niet zeker over de wet. Geen enkel antwoord van jou lost dat op: een tekst, een dienst
of een rechter kan dat wel. Bij elke vraag staat waar ze over gaat, waarom ze open is, voor welke
tijd, wat we lazen, en wat ze zou oplossen als we dat weten. Weet jij meer? Meld het ons, met de
bron erbij.
"""
MADE = (
    "> Deze pagina is gemaakt uit het regelboek. Verander ze niet hier, maar in `koers/rulebook/`. "
    "Typ daarna `make docs`."
)
KINDS = {
    Open.DOUBT: ("Twijfels", "twijfels"),
    Open.VALUE: ("Waarden die we niet kennen", "waarden"),
    Open.RULE: ("Regels die we niet helemaal kennen", "regels"),
    Open.JUDGEMENT: ("Wat een dienst beoordeelt", "oordelen"),
    Open.DISPUTED: ("Waar bronnen elkaar tegenspreken", "tegenspraken"),
}


def open_questions_page(rulebook: Rulebook) -> str:
    """The page, with the counts at the top."""
    found = {one.id: open_questions(rulebook, one) for one in rulebook.incentives}
    lines = ["# Open vragen over de wet", "", MADE, "", INTRODUCTION, *_counts(rulebook, found)]
    for one in rulebook.incentives:
        if found[one.id]:
            lines += _incentive(one, found[one.id])
    return page(lines)


def _counts(rulebook: Rulebook, found: dict[str, tuple[OpenQuestion, ...]]) -> list[str]:
    """How many, each question of a folder once; and a row per instrument."""
    each = Counter(kind for _, kind in _distinct(rulebook, found))
    told = ", ".join(f"{name}: {each[kind]}" for kind, (_, name) in KINDS.items())
    rows = []
    for one in rulebook.incentives:
        mine = Counter(question.kind for question in found[one.id])
        title = escaped(one.texts.title)
        name = link(title, f"#{slug(_heading(one))}") if mine else title
        rows.append((name, *(str(mine[kind]) for kind in KINDS), str(mine.total())))
    head = ("instrument", *(name for _, name in KINDS.values()), "samen")
    return [
        f"**{each.total()} open vragen** ({told}). Een vraag die over meer dan één instrument "
        "gaat, staat bij elk ervan en telt hier één keer.",
        "",
        *table(head, rows),
    ]


def _distinct(
    rulebook: Rulebook, found: dict[str, tuple[OpenQuestion, ...]]
) -> set[tuple[tuple[str, OpenQuestion], Open]]:
    """Each question of a folder once, whatever it is about, with its kind."""
    return {
        ((rulebook[name].parameters.owner, replace(one, about=())), one.kind)
        for name, several in found.items()
        for one in several
    }


def _heading(incentive: Incentive) -> str:
    return f"{escaped(incentive.texts.title)} ({code(incentive.id)})"


def _incentive(incentive: Incentive, found: Iterable[OpenQuestion]) -> Iterator[str]:
    to_page = link("Alle voorwaarden en waarden", f"reference/incentives/{incentive.id}.md")
    yield from (f"## {_heading(incentive)}", "", f"{to_page}.", "")
    several = list(found)
    for kind, (title, _) in KINDS.items():
        points = [question_point(one) for one in several if one.kind is kind]
        if points:
            yield from (f"**{title}**", "", *listed(points))


def question_point(one: OpenQuestion) -> Point:
    """One question: about what, when, why; and under it the sources and what would settle it."""
    about = escaped("; ".join(one.about))
    period = f" ({words.span(one.since, one.until)})" if one.since or one.until else ""
    under = []
    if one.kind is Open.DISPUTED:
        under.append(Point(f"Volgens ons: {escaped(one.ours)}"))
        under += [Point(f"Een andere bron: {escaped(one.why)}")]
    if one.law:
        under.append(Point(f"Wet: {escaped(one.law)}"))
    under += [Point(f"Bron: {_described(source)}") for source in one.sources]
    if one.settle:
        under.append(Point(f"Wat dit oplost: {escaped(one.settle)}"))
    why = "" if one.kind is Open.DISPUTED else f" {escaped(one.why)}"
    return Point(f"*{about}*{period}:{why}" if why else f"*{about}*{period}", tuple(under))


def _described(source: SourceInWords) -> str:
    """A source with its link, how official it is, and when it was read."""
    target = source.url.replace("(", "%28").replace(")", "%29")
    return f"{link(escaped(source.title), target)} ({source.status}, {source.read})"
