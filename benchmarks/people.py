"""Persons for the benchmark: every fact that the rules read is stated, and they fit together.

Two kinds, both from one seed: *drawn* persons, whose facts are drawn from their domains and
often on a boundary of the law, and *likely* persons, an ordinary employee with the facts of a
case of the rulebook laid over him. What follows from what (the implications of the vocabulary)
is applied until nothing changes.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from koers.engine import Rulebook
from koers.engine.assess import Evaluation
from koers.engine.cases import read_cases
from koers.engine.errors import KoersError
from koers.engine.facts import Fact
from koers.engine.nodes import (
    Compare,
    Day,
    FactRef,
    Kind,
    Lookup,
    Member,
    Node,
    Number,
    walk,
)
from koers.engine.statements import read_facts
from koers.engine.values import ABSENT, UNKNOWN, YES, OneOf

Person = dict[str, object]

LIKELY: Mapping[str, object] = {
    "application.months_after_start": 0,
    "career.experience_months": 120,
    "career_guidance.cheques_used_ever": 0,
    "career_guidance.cheques_used_last_6y": 0,
    "career_guidance.date": ABSENT,
    "career_plan.attest_date": ABSENT,
    "employer.balance_total": 2_000_000,
    "employer.cao_time_credit_training": True,
    "employer.consent": True,
    "employer.days_full_time": ABSENT,
    "employer.group_data_included": True,
    "employer.headcount": 20,
    "employer.headcount_fte": 40,
    "employer.kmop_used_this_year": 0,
    "employer.legal_form": "bv",
    "employer.region": "flanders",
    "employer.sector_plan_filed": True,
    "employer.turnover": 3_000_000,
    "employment.contract_end": ABSENT,
    "employment.contract_start": date(2015, 1, 5),
    "employment.contract_type": "open_ended",
    "employment.effective_months_this_year": 12,
    "employment.fraction": 100,
    "employment.fraction_at_start": 100,
    "employment.fraction_last_12_months": 100,
    "employment.fraction_previous_school_year": 100,
    "employment.fraction_reference_month": 100,
    "employment.fraction_training_start_month": 100,
    "employment.fraction_year_before": 100,
    "employment.joint_committee": "200",
    "employment.months_with_employer": 60,
    "employment.schedule_type": "fixed",
    "employment.secondary_self_employed": False,
    "employment.sector": "private",
    "employment.status": "employee",
    "employment.weekly_hours": 38,
    "employment.workplace_region": "flanders",
    "person.age": 46,
    "person.children_on_child_benefit": 0,
    "person.cvo_category": "none",
    "person.dependant_of_income_source": ABSENT,
    "person.highest_diploma": "secondary",
    "person.household": "single",
    "person.income_source": "wage",
    "person.lives_alone": True,
    "person.months_without_work": 0,
    "person.moved_from_eea_to_wallonia": False,
    "person.nursing_diploma_school_year": ABSENT,
    "person.receives_unemployment_benefit": False,
    "person.residence_region": "flanders",
    "person.years_since_leaving_school": 10,
    "provider.kmop_registered": True,
    "provider.mandated": True,
    "time_credit.follows_exhausted_parental_leave": False,
    "time_credit.form": "half",
    "time_credit.fraction_after": 50,
    "time_credit.months_full_time_before_notice": 24,
    "time_credit.months_part_time_before_notice": 0,
    "time_credit.motive": "training",
    "time_credit.requested_months": 10,
    "time_credit.used_care_months": 0,
    "time_credit.used_training_months": 0,
    "time_credit.with_benefit": True,
    "training.attendance_pct": 100,
    "training.begun_before_2025_09": False,
    "training.bottleneck_occupation": False,
    "training.coincides_with_work_hours": True,
    "training.contact_hours": ABSENT,
    "training.contact_hours_total_year": ABSENT,
    "training.contract_type": "diploma",
    "training.cost_excl_vat": 1000,
    "training.credits": 20,
    "training.credits_term_min": ABSENT,
    "training.credits_year": 30,
    "training.cvo_tier": "standard",
    "training.daytime": True,
    "training.enrolment_number_same_module_6y": 1,
    "training.exams": ABSENT,
    "training.fee": 300,
    "training.fees_already_this_semester_same_training": 0,
    "training.fits_path_to_work": True,
    "training.hours_attended": ABSENT,
    "training.hours_per_week": 30,
    "training.hours_term_min": ABSENT,
    "training.hours_within_day_cap": 6,
    "training.hours_year": ABSENT,
    "training.in_career_plan": False,
    "training.initiative": "employee",
    "training.invoice": True,
    "training.kind": "higher_education",
    "training.kmop_listed": True,
    "training.kmop_subtheme": "none",
    "training.kmop_theme": "digitalisering",
    "training.leads_to_he_degree": False,
    "training.lestijden": ABSENT,
    "training.mode": "contact",
    "training.new_credits": 30,
    "training.odb_registered": True,
    "training.odb_vok_flag": True,
    "training.open_module": False,
    "training.other_hours": 0,
    "training.other_initiative": ABSENT,
    "training.paid_by": "worker",
    "training.participant_is_worker": True,
    "training.recognised_by": "community",
    "training.service": "training",
    "training.took_final_assessment": True,
    "training.vdab_path": False,
    "training.vdab_recognised": False,
    "training.weeks": 20,
    "voucher.bought_this_period": 0,
}
"""An employee in Flanders who studies beside her work; facts that no rule reads are dropped."""

SPREAD: Mapping[str, int] = {
    "EUR": 2500,
    "EUR/year": 60_000_000,
    "persons": 300,
    "FTE": 300,
    "h": 300,
    "h/year": 400,
    "h/week": 45,
    "months": 150,
    "vouchers": 3,
    "children": 4,
    "sp": 60,
    "sp/year": 60,
    "exams": 6,
    "lestijd": 300,
    "weeks": 40,
    "times": 5,
    "days/year": 8,
    "years": 60,
    "%": 100,
    "school_year": 2026,
}
"""How far a drawn number goes when its fact has no upper bound, by unit."""


class People:
    """Draws persons for a rulebook on a day."""

    def __init__(self, rulebook: Rulebook, on: date, *, seed: int) -> None:
        self.rulebook = rulebook
        self.on = on
        self.random = random.Random(seed)
        self.known = rulebook.vocabulary.facts
        self.holders = {rulebook[one].reference_fact for one in rulebook.ids} - {None}
        self.nodes: list[Node] = []
        for one in rulebook.ids:
            resolved = rulebook.at(one, on, on)
            self.nodes += [node for _, node in resolved.conditions]
            self.nodes += [node for _, _, node in resolved.amounts]
        items = [item for node in self.nodes for item in walk(node)]
        self.facts = tuple(
            sorted({item.name for item in items if isinstance(item, FactRef)} | self.holders)
        )
        self.boundaries = _boundaries(items)
        self.codes = _codes(items, self.known)

    def drawn(self, count: int) -> list[Person]:
        """Persons whose facts are all drawn."""
        return [self.fitting({name: self.draw(name) for name in self.facts}) for _ in range(count)]

    def likely(self, count: int) -> list[Person]:
        """Persons like those in the cases of the rulebook, in the order of a shuffled list."""
        cases = self._cases()
        self.random.shuffle(cases)
        found = []
        for index in range(count):
            person = {name: self._likely(name) for name in self.facts}
            stated = cases[index % len(cases)] if cases else {}
            person |= {
                name: _coarse(value)
                for name, value in stated.items()
                if name in self.facts and name not in self.holders
            }
            found.append(self.fitting(person))
        return found

    def _likely(self, name: str) -> object:
        if name in self.holders:
            return self.on
        return LIKELY[name] if name in LIKELY else self.draw(name)

    def _cases(self) -> list[Person]:
        """The facts of every case of the rulebook that states single values."""
        folder = self.rulebook[self.rulebook.ids[0]].parameters.path.parent.parent
        found: list[Person] = []
        for file in sorted(folder.glob("*/cases.yaml")):
            for case in read_cases(file):
                try:
                    facts = read_facts(case.facts, self.rulebook.vocabulary)
                except KoersError:
                    continue
                found.append({name: value for name, value in facts.items() if _single(value)})
        return found

    def draw(self, name: str) -> object:
        """A value from the domain of a fact."""
        fact, choose = self.known[name], self.random
        if name in self.holders:
            return self.on
        if fact.kind is Kind.CHOICE:
            if fact.domain is not None:
                return choose.choice(sorted(fact.domain, key=str))
            words = [*self.codes.get(name, ()), "999"]
            return choose.choice([*words, ABSENT] if fact.absent is ABSENT else words)
        if fact.absent is ABSENT and choose.random() < 0.25:
            return ABSENT
        boundary = self.boundaries.get(name)
        if boundary and choose.random() < 0.5:
            return self._near(fact, choose.choice(boundary))
        if fact.kind is Kind.DAY:
            return self.on + timedelta(days=choose.randint(-3000, 400))
        low = int(fact.low or 0) if fact.unit != "school_year" else 2000
        high = int(fact.high) if fact.high is not None else SPREAD.get(fact.unit, 100)
        return choose.randint(low, max(low, high))

    def _near(self, fact: Fact, value: Decimal | date) -> object:
        step = self.random.choice((-1, 0, 0, 1))
        if isinstance(value, date):
            return value + timedelta(days=step)
        number = value + step * (1 if value < 1_000_000 else 1000)  # see _coarse
        low = number if fact.low is None else max(fact.low, number)
        bounded = low if fact.high is None else min(fact.high, low)
        whole = fact.whole or bounded == int(bounded)
        return int(bounded) if whole else bounded

    def fitting(self, person: Person) -> Person:
        """The same person after everything that follows from the facts."""
        for group in self.rulebook.vocabulary.one_unit:
            given = [name for name in group.facts if person.get(name, ABSENT) is not ABSENT]
            for name in given:
                if name != given[0] and name in person:
                    person[name] = ABSENT
        implications = self.rulebook.vocabulary.implications
        for _ in range(5):
            evaluation = Evaluation(
                self.rulebook,
                self.rulebook.ids[0],
                person,
                day=self.on,
                asked=self.on,
                strict=True,
            )
            changed = False
            for name in self.facts:
                for one in implications.get(name, ()):
                    value = one.value
                    if evaluation.truth(evaluation.fold(one.when)).truth is not YES:
                        continue
                    words = sorted(value.values, key=str) if isinstance(value, OneOf) else [value]
                    if value is ABSENT and self.known[name].absent == 0:
                        words = [0]
                    if person[name] not in words:
                        person[name] = self.random.choice(words)
                        changed = True
                    break
            if not changed:
                break
        for name, bound in self.rulebook.vocabulary.at_least.items():
            if name in person and isinstance(bound, FactRef) and bound.name in person:
                least, value = person[bound.name], person[name]
                if ABSENT not in (least, value) and value < least:
                    person[name] = least
        return person

    def half(self, person: Person, *, asked: bool) -> Person:
        """The same person with half of the facts left out, or answered with "I don't know"."""
        gone = set(self.random.sample(self.facts, len(self.facts) // 2)) - self.holders
        if asked:
            return {name: UNKNOWN if name in gone else one for name, one in person.items()}
        return {name: one for name, one in person.items() if name not in gone}


def _coarse(value: object) -> object:
    """Millions in whole thousands: a float32, all that one peer has, cannot hold their cents."""
    if isinstance(value, (int, Decimal)) and value >= 1_000_000:
        return int(value) // 1000 * 1000
    return value


def _single(value: object) -> bool:
    return value is ABSENT or isinstance(value, (str, bool, int, float, Decimal, date))


def _boundaries(items: Iterable[Node]) -> dict[str, list[Decimal | date]]:
    """The numbers and days that a fact is compared with."""
    found: dict[str, set[Decimal | date]] = {}
    for item in items:
        if isinstance(item, Compare):
            for fact, end in ((item.left, item.right), (item.right, item.left)):
                if isinstance(fact, FactRef) and isinstance(end, (Number, Day)):
                    found.setdefault(fact.name, set()).add(end.value)
    return {name: sorted(ends) for name, ends in found.items()}


def _codes(items: Iterable[Node], known: Mapping[str, Fact]) -> dict[str, list[str]]:
    """The codes that the rules know."""
    found: dict[str, set[str]] = {}
    for item in items:
        words: Iterable[object] = ()
        fact: Node | None = None
        if isinstance(item, Member):
            fact, words = item.term, item.words
        elif isinstance(item, Lookup):
            fact, words = item.key, (word for word, _ in item.rows)
        if (
            isinstance(fact, FactRef)
            and fact.kind is Kind.CHOICE
            and known[fact.name].domain is None
        ):
            found.setdefault(fact.name, set()).update(
                word for word in words if isinstance(word, str)
            )
    return {name: sorted(words) for name, words in found.items()}
