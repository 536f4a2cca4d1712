"""The best combination for one training as text: the price, the time, what to do, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap

from koers.cli.overview import few
from koers.engine import words
from koers.engine.assessment import Answer
from koers.engine.combination import (
    Combined,
    Conflict,
    Does,
    LeftOut,
    Line,
    MayCome,
    Plan,
    Range,
    Rule,
    Why,
)
from koers.engine.explain import NO_DECISION, Explanation, explain
from koers.engine.incentive import Rulebook
from koers.engine.pricing import EMPLOYER, FEE

WIDTH = 90
ROOM = 62
"""Letters before an amount in the price."""
OBJECTIVE = (
    "Koers kiest wat jou zeker het minst kost, dan wat je zeker de meeste betaalde uren geeft, dan "
    "wat je zeker nog meer geeft. Is dat gelijk, dan telt wat misschien kan, en dan de minste "
    "aanvragen."
)
"""The objective of `koers.engine.combine`, for who reads the result."""
PRICE_NOT_KNOWN = "De prijs van de opleiding is nog niet geweten. Zet die als training.fee bij."


def as_text(rulebook: Rulebook, found: Combined, *, on: date) -> str:
    """The whole result, for a terminal of ninety letters wide."""
    return _Text(rulebook, found, on).text()


class _Text:
    """Puts the parts together."""

    def __init__(self, rulebook: Rulebook, found: Combined, on: date) -> None:
        self.rulebook = rulebook
        self.found = found
        self.on = on
        self.lines = (*found.best.lines, *found.employer)

    def text(self) -> str:
        title = f"Wat deze opleiding je kost, op {words.day(self.on)}"
        blocks = [
            f"{title}\n{'=' * len(title)}",
            self._price(),
            _block("Betaalde uren weg van je werk", self._told(Does.GIVES_TIME)),
            _block("Wat je nog krijgt", self._told(Does.PAYS_PERSON, Does.BESIDES)),
            _block("Wat je werkgever krijgt", self._told(Does.PAYS_EMPLOYER)),
            _block("Als je werkgever de opleiding betaalt", self._if_employer_pays()),
            _block("Zo vraag je het aan", self._steps()),
            _block("Wat niet samengaat", self._conflicts()),
            _block("Wat niet in deze combinatie zit", self._left_out()),
            _block("Wat wel samengaat", map(_rule, self.found.settled)),
            _block("Wat niet zeker is", self._not_sure()),
            _block("Wat er misschien nog bij komt", self._open()),
            _block("Waar je nu geen recht op hebt", self._closed()),
            _block("Daar gingen we van uit", self._assumptions()),
            _block("Let op", self._contradictions()),
            _block("Waarom deze combinatie", self._why()),
            self._made_of(),
        ]
        return "\n\n".join(block for block in blocks if block) + "\n"

    def _explained(self, line: Line) -> Explanation:
        return explain(self.rulebook, line.assessment)

    def _title(self, incentive: str) -> str:
        return self.rulebook[incentive].texts.title

    # The price -------------------------------------------------------------------------------

    def _price(self) -> str:
        best = self.found.best
        rows = [_row("Prijs zonder enig recht", _euro(best.list_price))]
        rows += [self._off(one) for one in best.lines if one.does in (Does.SETS_PRICE, Does.PAYS)]
        if self.found.payer == EMPLOYER:
            rows.append(_row("Je werkgever betaalt", _euro(best.employer_pays)))
        else:
            rows.append(_row("Te betalen bij je inschrijving", _euro(best.pays_first)))
        refunds = [one for one in best.lines if one.does is Does.REFUNDS]
        rows += [self._off(one) for one in refunds]
        if len(refunds) > 1:
            rows.append(_row("Samen krijg je later terug", _euro(best.gets_back)))
        rows.append(_row("Wat je uiteindelijk zelf betaalt", _euro(best.pays)))
        return "De prijs\n--------\n" + "\n".join(rows)

    def _off(self, line: Line) -> str:
        when = "later terug van" if line.does is Does.REFUNDS else "bij je inschrijving,"
        label = f"  min {self._title(line.incentive)} ({when} {line.part.payer})"
        assert line.amount is not None
        return _row(label, f"{_euro(line.amount)}{'' if line.sure else ', niet zeker'}")

    def _told(self, *does: Does) -> Iterator[str]:
        for one in self.lines:
            if one.does in does:
                sure = "" if one.sure else " Dit is niet zeker."
                payer = f" ({one.part.payer})" if one.part.payer else ""
                much = "" if one.amount is None else f": {_much(one)}"
                yield f"- {self._title(one.incentive)}{payer}{much}.{sure}"

    def _if_employer_pays(self) -> Iterator[str]:
        other = self.found.if_employer_pays
        if other is None:
            return
        text = f"- Dan betaal jij niets. Je werkgever betaalt {_bill(other.best.employer_pays)}"
        told = [one for one in other.employer if one.amount is not None and _bounded(one)]
        if told:
            gets = [f"{self._title(one.incentive)} ({_much(one)})" for one in told]
            text += f" en krijgt {few(gets)}"
        perhaps = [self._title(one.incentive) for one in other.employer if one not in told]
        yield f"{text}.{f' Misschien ook: {few(perhaps)}.' if perhaps else ''}"

    # What to do ------------------------------------------------------------------------------

    def _steps(self) -> Iterator[str]:
        told: set[str] = set()
        for one in self.lines:
            unknown = one.assessment.answer is Answer.UNKNOWN
            if unknown or one.incentive in told or not self._explained(one).steps:
                continue
            told.add(one.incentive)
            yield f"{self._title(one.incentive)}:"
            for number, step in enumerate(self._explained(one).steps, 1):
                by = f", {step.by}" if step.by else ""
                yield f"{number}. {step.text} ({step.who}{by})"

    # What goes together ----------------------------------------------------------------------

    def _conflicts(self) -> Iterator[str]:
        return (self._conflict(one) for one in self.found.conflicts)

    def _conflict(self, one: Conflict) -> str:
        titles = words.listed(map(self._title, one.rights))
        return f"- {titles}: {one.rule.why} {_named(one.rule)}"

    def _left_out(self) -> Iterator[str]:
        return (self._why_left_out(one) for one in self.found.left_out)

    def _why_left_out(self, one: LeftOut) -> str:
        title = self._title(one.incentive)
        if one.why is Why.ADDS_NOTHING or one.rule is None:
            return f"- {title}: je kan dit krijgen, maar het maakt de prijs hier niet lager."
        if one.why is Why.EXCLUDED:
            against = [
                it for it in self.found.best.lines if one.rule.about(one.incentive, it.incentive)
            ]
            if any(it.sure for it in against):
                return f"- {title}: dit gaat niet samen met wat nu beter is. {_named(one.rule)}"
            others = words.listed(self._title(it.incentive) for it in against)
            return f"- {title}: misschien is het dit, in plaats van {others}. {_named(one.rule)}"
        unclear = "we weten niet of dit samengaat met wat zeker is."
        return f"- {title}: {unclear} {one.rule.why} {_named(one.rule)}"

    # What is not sure ------------------------------------------------------------------------

    def _not_sure(self) -> Iterator[str]:
        seen: set[str] = set()
        for text in (*self._price_open(), *self._lines_open()):
            if text not in seen:
                seen.add(text)
                yield text
        yield from map(_rule, self.found.unsettled)

    def _price_open(self) -> Iterator[str]:
        found = self.found
        if found.payer is None:
            yield "- We weten niet wie de opleiding betaalt: jij of je werkgever."
        if found.best.list_price.exact:
            return
        if found.price_by:
            told = explain(self.rulebook, found.assessments[found.price_by])
            for why in dict.fromkeys(why for one in told.amounts for why in one.open_because):
                yield f"- De prijs: {why}"
        elif found.best.list_price.open:
            yield f"- {PRICE_NOT_KNOWN}"

    def _lines_open(self) -> Iterator[str]:
        for one in self.lines:
            told = self._explained(one)
            title = self._title(one.incentive)
            amounts = (it for it in told.amounts if it.name == one.part.amount)
            if one.assessment.answer is not Answer.ENTITLED and told.because:
                yield f"- {title}: {told.because}"
            elif one.amount is not None and not one.amount.exact:
                for why in dict.fromkeys(why for it in amounts for why in it.open_because):
                    yield f"- {title}: {why}"

    def _open(self) -> Iterator[str]:
        """The rights that wait for the same first fact, in one line."""
        waiting: dict[str, list[MayCome]] = {}
        for one in self.found.open:
            waiting.setdefault(one.missing[0] if one.missing else "", []).append(one)
        for name, rights in waiting.items():
            titles = few([self._title(one.incentive) for one in rights])
            if name:
                fact = self.rulebook.vocabulary.facts[name]
                yield f"- {titles}. We weten nog niet: {fact.label}."
            else:
                yield f"- {titles}. De regel zelf is nog niet duidelijk."

    def _closed(self) -> Iterator[str]:
        own = [one for one in self.found.closed if self.rulebook[one].kind == "right"]
        if own:
            yield f"- {few([self._title(one) for one in own])}. `koers rights` toont waarom."

    # On what basis ---------------------------------------------------------------------------

    def _assumptions(self) -> Iterator[str]:
        if self.found.payer_assumed:
            yield "- wie betaalt de opleiding: jij"
        told = {
            assumed.name: assumed
            for one in self.lines
            for assumed in self._explained(one).assumptions
            if assumed.name != FEE
        }
        for one in told.values():
            if one.value != words.DOES_NOT_EXIST:
                yield f"- {one.label}: {one.value}"

    def _contradictions(self) -> Iterator[str]:
        """Also of rights that they close."""
        odd = (one for one in self.found.assessments.values() if one.contradictions)
        texts = (text for one in odd for text in explain(self.rulebook, one).contradictions)
        return (f"- {text}" for text in dict.fromkeys(texts))

    def _why(self) -> Iterator[str]:
        yield OBJECTIVE
        for one in self.found.equal:
            yield f"- Even goed: {self._instead(one)}. Koers neemt het recht dat eerst staat."

    def _instead(self, plan: Plan) -> str:
        best = self.found.best.chosen
        more = [self._title(one) for one in plan.chosen if one not in best]
        less = [self._title(one) for one in best if one not in plan.chosen]
        with_ = f"met {words.listed(more)}" if more else ""
        without = f"zonder {words.listed(less)}" if less else ""
        return " ".join(part for part in (with_, without) if part)

    def _made_of(self) -> str:
        text = (
            f"Berekend voor {words.day(self.on)}, met versie {self.rulebook.version} van de "
            f"regels. {NO_DECISION}"
        )
        return "\n".join(wrap(text, WIDTH))


def _much(line: Line) -> str:
    """How much a right gives, per what."""
    amount = line.amount
    assert amount is not None
    if amount.open:
        return "hoeveel weten we nog niet"
    per = words.period(line.period)
    text = words.between(amount.low, amount.high, line.unit)
    return text if not per or words.unit_name(line.unit).endswith(per) else f"{text} {per}"


def _bounded(line: Line) -> bool:
    """Is there something to say of how much it is?"""
    return line.amount is not None and not line.amount.open


def _euro(amount: Range) -> str:
    return words.between(amount.low, amount.high, "EUR")


def _bill(amount: Range) -> str:
    return "de opleiding" if amount.open else _euro(amount)


def _rule(rule: Rule) -> str:
    return f"- {rule.why} {_named(rule)}"


def _named(rule: Rule) -> str:
    return f'Regel "{rule.title}". Bron: {rule.source}'


def _row(label: str, amount: str) -> str:
    """A label, dots, and an amount; a long label takes more lines."""
    *before, last = wrap(label, ROOM - 2, subsequent_indent="    ", drop_whitespace=True)
    if label.startswith(" ") and not before:
        last = f"  {last.strip()}"
    return "\n".join([*before, f"{last} {'.' * (ROOM - len(last))} {amount}"])


def _block(heading: str, items: Iterable[str]) -> str:
    """A heading with its items, wrapped; an item that begins with a mark hangs under it."""
    lines = []
    for item in items:
        mark = "- " if item.startswith("- ") else "   " if item[:1].isdigit() else ""
        indent = " " * len(mark)
        lines += wrap(
            item, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        )
    return "\n".join([heading, "-" * len(heading), *lines]) if lines else ""


__all__ = ["OBJECTIVE", "as_text"]
