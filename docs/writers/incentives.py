"""One page per incentive, in Dutch: what the rulebook says of it, laid out for reading."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from docs.writers.formulas import (
    Formulas,
    anchor,
    anchor_of_part,
    link_to_part,
    named_parts,
    word_label,
)
from docs.writers.index import GROUPS, KINDS, LEVELS, MADE, number_of_cases
from docs.writers.markdown import Point, code, escaped, link, listed, page, slug, table
from docs.writers.open_questions import question_point
from docs.writers.over_time import (
    PLACE,
    parameter_over_time,
    text_always,
    text_over_time,
)
from docs.writers.sources import address, described
from koers.engine import words
from koers.engine.concerns import concerns
from koers.engine.incentive import Amount, Condition, Incentive, Rulebook
from koers.engine.nodes import (
    Kind,
    OpenNorm,
    facts_in,
    walk,
)
from koers.engine.open_law import Open, open_questions
from koers.engine.parameters import Doubt, Parameter, Source
from koers.engine.sources import sources_used

PEOPLE = {
    "worker": "de werknemer",
    "worker or self-employed": "de werknemer of de zelfstandige",
    "worker or employer": "de werknemer of de werkgever",
    "employer": "de werkgever",
    "enterprise": "de onderneming",
    "provider": "de opleider",
    "authority": "de overheid",
}


def incentive_page(rulebook: Rulebook, incentive: Incentive) -> str:
    """The page of one incentive."""
    return page(_Page(rulebook, incentive).lines())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _place(condition: Condition) -> str:
    return f"voorwaarde-{condition.name}"


def _one_of(periods: list[tuple[str, str]], otherwise: str) -> str:
    """The text when there is only one."""
    return periods[0][1] if len(periods) == 1 else otherwise


class _Page:
    """Collects what the rulebook holds about one incentive."""

    def __init__(self, rulebook: Rulebook, incentive: Incentive) -> None:
        self.rulebook = rulebook
        self.rule = incentive
        self.law = incentive.parameters
        self.parts = named_parts(rulebook, incentive)
        links = {node: link_to_part(name) for node, name in self.parts.items()}
        self.formulas = Formulas(rulebook, incentive, links)
        by_number = {
            one.node: link(f"voorwaarde {position}", f"#{_place(one)}")
            for position, one in enumerate(incentive.conditions, 1)
            if one.since is None and one.until is None
        }
        self.formulas_of_amounts = Formulas(rulebook, incentive, {**by_number, **links})
        self.parameters = self._parameters()

    def lines(self) -> list[str]:
        texts = self.rule.texts
        return [
            f"# {escaped(texts.title)}",
            "",
            self._filled(texts.summary),
            "",
            MADE,
            "",
            *self._in_short(),
            *self._conditions(),
            *self._amounts(),
            *self._named_parts(),
            *self._steps(),
            *self._values(),
            *self._doubts(),
            *self._open(),
            *self._limits(),
            *self._history(),
            *self._facts(),
            *self._sources(),
        ]

    def _parameters(self) -> tuple[Parameter, ...]:
        """What the rule reads, then what only its texts name, then what is only shown."""
        read = self.rulebook.parameters_of(self.rule)
        texts = self.rule.texts
        several = [one.title for one in self.rule.conditions]
        several += [texts.summary, *texts.conditions.values(), *texts.steps.values()]
        named = {name for text in several for name in PLACE.findall(text)}
        known = {(one.owner, one.name) for one in read}
        more = [
            one
            for one in self.law.known.values()
            if (one.name in named or one.informative) and (one.owner, one.name) not in known
        ]
        return (*read, *more)

    # The head ----------------------------------------------------------------------------------

    def _in_short(self) -> list[str]:
        rule, folder = self.rule, f"../../../koers/rulebook/{self.law.owner}"
        exists = self.law.exists
        names = (rule.module, "parameters.yaml", "texts.nl.yaml", "cases.yaml")
        rows = [
            ("id", code(rule.id)),
            ("soort", f"{KINDS[rule.kind]}, {LEVELS[rule.level]}, {GROUPS[rule.group]}"),
            ("voor wie", PEOPLE.get(rule.recipient, rule.recipient)),
            ("de wet kijkt naar", words.REFERENCES[rule.reference]),
            ("bestaat", self._existence()),
            ("wie beslist", self._who_decides()),
            ("voorbeelden", f"{number_of_cases(rule)} in de bestanden hieronder"),
            ("bestanden", ", ".join(link(code(name), f"{folder}/{name}") for name in names)),
        ]
        if rule.reference_fact:
            rows.insert(4, ("dat staat in", self._fact_link(rule.reference_fact)))
        assert exists is not None
        return ["## In het kort", "", *table(("", ""), rows)]

    def _existence(self) -> str:
        exists = self.law.exists
        if exists is None:
            return "altijd"
        if exists.since is None and exists.until is None:
            period = "al voor 2019"
        else:
            period = words.span(exists.since, exists.until)
        return f"{period} ({self._source_links((exists.source,))})"

    def _who_decides(self) -> str:
        nodes = [one.node for one in self.rule.conditions]
        nodes += [one.node for one in self.rule.outputs.values()]
        found = {
            item.decides for node in nodes for item in walk(node) if isinstance(item, OpenNorm)
        }
        facts = self.rulebook.vocabulary.facts
        judges = (facts[name].judged_by for node in nodes for name in facts_in(node))
        found |= {one for one in judges if one}
        if not found:
            return "alles wat Koers nakijkt, volgt uit de regels; er is geen open oordeel bij"
        return f"waar de wet een oordeel vraagt: {escaped(words.listed(sorted(found)))}"

    # Conditions --------------------------------------------------------------------------------

    def _conditions(self) -> list[str]:
        lines = ["## Voorwaarden", ""]
        if not self.rule.conditions:
            lines += ["Er zijn geen voorwaarden: iedereen krijgt de uitkomst hieronder.", ""]
        if not self.rule.answers:
            lines += [f"{words.NO_ANSWER}", ""]
        for position, one in enumerate(self.rule.conditions, 1):
            lines += self._condition(position, one)
        return lines

    def _condition(self, position: int, one: Condition) -> list[str]:
        text = self.rule.texts.conditions.get(one.name, "")
        periods = text_over_time(one.title, self.law, one.since, one.until)
        source = self.law.sources[one.source]
        points = [
            Point(f"Wet: {escaped(one.law)}"),
            Point(f"Bron: {described(source)}"),
        ]
        if one.since or one.until:
            points.append(Point(f"Geldt {words.span(one.since, one.until)}"))
        if len(periods) > 1:
            points += [Point(f"{_capital(span)}: {told}") for span, told in periods]
        points.append(Point(f"Naam in de regel: {code(one.name)}"))
        formula = self.formulas.points(one.node)
        points.append(Point(f"Zo kijkt Koers het na: {formula.text}", formula.under))
        return [
            f'<a id="{_place(one)}"></a>',
            "",
            f"### {position}. {_one_of(periods, self._filled(one.title))}",
            "",
            *(self._told(one, text)),
            "",
            *listed(points),
        ]

    def _told(self, one: Condition, text: str) -> list[str]:
        """The longer text; once per period when its numbers change."""
        periods = text_over_time(text, self.law, one.since, one.until)
        if len(periods) == 1:
            return [periods[0][1], ""]
        return listed(f"{_capital(span)}: {told}" for span, told in periods)

    def _filled(self, text: str) -> str:
        return text_always(text, self.law)

    # Amounts and steps -------------------------------------------------------------------------

    def _amounts(self) -> list[str]:
        if not self.rule.outputs:
            return []
        lines = ["## Wat je krijgt" if self.rule.conditions else "## Wat eruit komt", ""]
        for name, one in self.rule.outputs.items():
            lines += self._amount(name, one)
        return lines

    def _amount(self, name: str, one: Amount) -> list[str]:
        output = self.rulebook.outputs[name]
        recipient = one.recipient or output.recipient
        who = PEOPLE.get(recipient, recipient)
        points = [Point(f"Naam: {link(code(name), f'../outputs.md#{slug(name)}')}")]
        if output.unit:
            points.append(Point(f"Eenheid: {words.unit_name(output.unit)}"))
        if one.period:
            points.append(Point(_capital(words.period(one.period))))
        if recipient:
            points.append(Point(f"{'Te betalen door' if output.cost else 'Voor'} {who}"))
        if output.step:
            points.append(Point(f"Afgerond op {output.step.replace('.', ',')}"))
        if output.kind is Kind.CHOICE:
            labels = [word_label(self.rulebook, word) for word in output.words]
            points.append(Point(f"Mogelijk: {escaped(words.listed(labels, 'of'))}"))
        if one.always:
            points.append(Point("Koers zegt dit ook als er geen recht is"))
        if one.note:
            points.append(Point(escaped(one.note)))
        formula = self.formulas_of_amounts.points(one.node)
        points.append(Point(f"Berekening: {formula.text}", formula.under))
        return [f"### {_capital(escaped(output.label))}", "", *listed(points)]

    def _named_parts(self) -> list[str]:
        """The named parts that the conditions, the amounts and the steps lead to."""
        used: set[str] = set()
        waiting = [
            *(one.node for one in self.rule.conditions),
            *(one.node for one in self.rule.outputs.values()),
            *(one.by.node for one in self.rule.steps if one.by is not None),
        ]
        for node in waiting:
            used |= {self.parts[item] for item in walk(node) if item in self.parts}
        if not used:
            return []
        lines = [
            "## Tussenresultaten",
            "",
            f"Wat in `{self.rule.module}` een eigen naam heeft. Op de rest van deze pagina staat "
            "alleen die naam.",
            "",
        ]
        for node, name in self.parts.items():
            if name in used:
                found = self.formulas.definition(node)
                place = f'<a id="{anchor_of_part(name)}"></a>'
                lines += [place, "", f"### {code(name)}", "", *listed([found])]
        return lines

    def _steps(self) -> list[str]:
        if not self.rule.steps:
            return []
        lines = ["## Zo vraag je het aan", ""]
        for position, one in enumerate(self.rule.steps, 1):
            text = self._filled(self.rule.texts.steps.get(one.name, ""))
            about = [PEOPLE.get(one.who, one.who)]
            if one.by is not None:
                about.append(f"ten laatste op: {self.formulas.line(one.by.node)}")
            sources = self._source_links((one.source,))
            lines.append(f"{position}. {text} ({'; '.join(about)}; bron: {sources})")
        return [*lines, ""]

    # Values over time --------------------------------------------------------------------------

    def _values(self) -> list[str]:
        if not self.parameters:
            return []
        lines = [
            "## De getallen van de wet, door de tijd",
            "",
            "Elke lijn geldt tot de volgende begint. Een wijziging van de wet voegt een lijn toe; "
            "de oude lijnen blijven staan.",
            "",
        ]
        for one in self.parameters:
            sources = partial(self._source_links, owner=one.owner)
            lines += parameter_over_time(self.rulebook, self.law.owner, one, sources)
        return lines

    # Doubts, limits, history -------------------------------------------------------------------

    def _doubts(self) -> list[str]:
        doubts = [one for one in self.law.doubts if self._touches(one)]
        if not doubts:
            return []
        lines = [
            "## Twijfels",
            "",
            "Wat we niet zeker weten van de wet, en wat we daarom wel of niet zeggen.",
            "",
        ]
        points = []
        for one in doubts:
            period = f" ({words.span(one.since, one.until)})" if one.since or one.until else ""
            points.append(
                Point(
                    f"{escaped(one.why)}{period}",
                    (
                        Point(f"Gaat over: {self._about(one)}"),
                        Point(f"Bron: {self._source_links(one.sources)}"),
                        *([Point(f"Wat dit oplost: {escaped(one.settle)}")] if one.settle else []),
                    ),
                )
            )
        return [*lines, *listed(points)]

    def _open(self) -> list[str]:
        """What the rule itself says that it does not know or does not decide."""
        found = open_questions(self.rulebook, self.rule)
        kinds = (Open.RULE, Open.JUDGEMENT)
        points = [question_point(one) for one in found if one.kind in kinds]
        if not points:
            return []
        return ["## Wat de regel zelf open laat", "", *listed(points)]

    def _touches(self, doubt: Doubt) -> bool:
        return bool(self._subjects().keys() & set(doubt.about))

    def _subjects(self) -> dict[str, str]:
        """What a doubt may be about, with the words for it."""
        rule = self.rule
        found = {"all": "alles", rule.id: "deze maatregel als geheel"}
        found |= {one.name: f"stap {code(one.name)}" for one in rule.steps}
        found |= {
            one.name: link(escaped(one.label), f"#{anchor(self.law.owner, one.ref)}")
            for one in self.parameters
        }
        found |= {name: escaped(self.rulebook.outputs[name].label) for name in rule.outputs}
        found |= {
            one.name: link(f"voorwaarde {position}", f"#{_place(one)}")
            for position, one in enumerate(rule.conditions, 1)
        }
        return found

    def _about(self, doubt: Doubt) -> str:
        subjects = self._subjects()
        return "; ".join(subjects[name] for name in doubt.about if name in subjects)

    def _limits(self) -> list[str]:
        texts = self.rule.texts
        lines: list[str] = []
        for title, several in (
            ("Dit nemen we aan zonder het te vragen", texts.taken_as_met),
            ("Dit kijken we niet na", texts.not_covered),
        ):
            if several:
                points = [self._filled(text) for text in several]
                lines += [f"## {title}", "", *listed(points)]
        return lines

    def _history(self) -> list[str]:
        told = [one for one in self.law.history if concerns(self.rulebook, self.rule, one.about)]
        if not told:
            return []
        rows = [
            (
                words.day(one.on),
                escaped(one.what),
                escaped(one.gained) or "–",
                escaped(one.lost) or "–",
                self._source_links(one.sources),
            )
            for one in told
        ]
        head = ("vanaf", "wat er veranderde", "wie won", "wie verloor", "bron")
        return ["## Wat er veranderde", "", *table(head, rows)]

    # Facts and sources -------------------------------------------------------------------------

    def _facts(self) -> list[str]:
        used: dict[str, list[str]] = {}
        for position, one in enumerate(self.rule.conditions, 1):
            for name in facts_in(one.node):
                place = link(f"voorwaarde {position}", f"#{_place(one)}")
                used.setdefault(name, []).append(place)
        for output, result in self.rule.outputs.items():
            label = escaped(self.rulebook.outputs[output].label)
            for name in facts_in(result.node):
                used.setdefault(name, []).append(label)
        for step in self.rule.steps:
            for name in () if step.by is None else facts_in(step.by.node):
                used.setdefault(name, []).append(f"stap {code(step.name)}")
        if not used:
            return []
        rows = [
            (
                self._fact_link(name),
                escaped(self.rulebook.vocabulary.facts[name].label),
                "; ".join(places),
            )
            for name, places in used.items()
        ]
        title = "## Naar welke gegevens de regel kijkt"
        return [title, "", *table(("naam", "gegeven", "waarvoor"), rows)]

    def _fact_link(self, name: str) -> str:
        return link(code(name), f"../facts.md#{slug(code(name))}")

    def _sources(self) -> list[str]:
        rows = [
            (address(one), words.STATUSES[one.status], words.day(one.read))
            for one in self._all_sources()
        ]
        head = ("bron", "soort", "gelezen op")
        return ["## Bronnen", "", *table(head, rows)]

    def _all_sources(self) -> list[Source]:
        """Those of the folder, then those of other folders that something here names."""
        own = {source.url: source for source in self.law.sources.values()}
        used = sources_used(self.rulebook, self.rule)
        return [*own.values(), *(source for source in used if source.url not in own)]

    def _source_links(self, keys: Iterable[str], *, owner: str = "") -> str:
        known = self.rulebook.sources_of(owner or self.law.owner)
        return "; ".join(described(known[key]) for key in keys)
