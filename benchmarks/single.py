"""One person: Koers beside its peers. What is measured and why it is fair: README.md beside this.

    python benchmarks/single.py            # as `make bench-single` does
    python benchmarks/single.py --rounds 3 --quick   # to see whether it runs

First the answers are compared, then the clock is started. The last line printed is JSON.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from time import process_time_ns
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.peers.lowering import Law, NotExpressible, lower
from benchmarks.people import People, Person
from koers.engine.compiled import Found
from koers.engine.incentive import Rulebook
from koers.engine.nodes import Kind
from koers.engine.to_python import Compiled, compile_rules
from koers.engine.values import ABSENT, Truth
from koers.population.profiles import made_people
from koers.rulebook import RULEBOOK

ON = date(2025, 3, 10)
"""A day on which all thirteen incentives exist and most of their amounts are known."""
SEED = 20250310
FOUNDATION = (
    "vov",
    "opleidingscheque",
    "vok",
    "loopbaancheque",
    "vdab_vrijstelling",
    "cvo_inschrijvingsgeld",
    "federal_training_right",
    "time_credit_training_leave",
    "time_credit_training_allowance",
    "time_credit_training_allowance_amount",
    "kmo_portefeuille",
    "sector_pc200_employer_premium",
    "leave_region_selector",
)
"""The incentives that are written for the peers too; all others are loaded beside them."""
RULES = Rulebook(
    [RULEBOOK[one] for one in FOUNDATION],
    vocabulary=RULEBOOK.vocabulary,
    outputs=RULEBOOK.outputs.values(),
    version=RULEBOOK.version,
    parameters=RULEBOOK.parameters,
)
PEOPLE = 200
"""Made people for the figure of the whole rulebook."""
COMPARED = 300
TIMED = 60
CENT = 0.01

Amount = tuple[str, str]


# What is compared ----------------------------------------------------------------------------


def exact(value: object) -> bool:
    """Is an amount one certain value, or certainly absent?"""
    if isinstance(value, tuple):
        low, high, maybe_absent = value
        return low != low or (low == high and not maybe_absent)
    if isinstance(value, frozenset):
        return len(value) == 1
    return value is not Truth.UNKNOWN


def plain(value: Any) -> object:
    """An exact amount as a peer gives it: a number, word or truth, None when absent."""
    if isinstance(value, tuple):
        return None if value[0] != value[0] else value[0]
    if isinstance(value, frozenset):
        (word,) = value
        return None if word is ABSENT else word
    return value is Truth.YES


@dataclass
class Agreement:
    """What came out of comparing a peer with Koers, before any timing."""

    cells: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    cents_off: int = 0
    money: int = 0

    def truth(self, where: str, kind: str, ours: Truth, theirs: object) -> None:
        if ours is Truth.UNKNOWN:
            self.cells["open in the law"] += 1
            return
        self.cells[kind] += 1
        if theirs is not (ours is Truth.YES):
            self.wrong.append(f"{where}: Koers {ours.value}, peer {theirs}")

    def amount(self, where: str, ours: object, theirs: object, *, slack: float) -> None:
        if ours is None:  # no right, so no amount is told
            if theirs not in (None, False):
                self.wrong.append(f"{where}: Koers tells no amount, peer {theirs}")
            return
        if not exact(ours):
            self.cells["open in the law"] += 1
            return
        self.cells["amounts"] += 1
        expected = plain(ours)
        if isinstance(expected, (int, float)) and not isinstance(expected, bool):
            number = isinstance(theirs, (int, float)) and not isinstance(theirs, bool)
            if not number or abs(theirs - expected) > max(CENT, slack * abs(expected)):
                self.wrong.append(f"{where}: Koers {expected}, peer {theirs}")
            else:
                self.money += 1
                self.cents_off += abs(theirs - expected) > CENT / 2
        elif theirs != expected:
            self.wrong.append(f"{where}: Koers {expected}, peer {theirs}")


def compare(
    law: Law,
    ours: Sequence[Mapping[str, Found]],
    theirs: Sequence[Mapping[str, object]],
    *,
    slack: float = 0.0,
) -> Agreement:
    """Every eligibility, amount and verdict of every person, where Koers is certain."""
    found = Agreement()
    for number, (here, there) in enumerate(zip(ours, theirs, strict=True)):
        for one, answer in here.items():
            if one not in law.eligible:
                continue
            where = f"person {number}, {one}"
            found.truth(where, "eligibilities", answer.eligible, there[law.eligible[one]])
            for name, verdict in answer.verdicts.items():
                known = there.get(law.conditions[one, name])
                found.truth(f"{where}.{name}", "verdicts", verdict, known)
            if answer.eligible is Truth.UNKNOWN:
                continue
            for (incentive, name), known in law.amounts.items():
                if incentive == one:
                    day = RULES.outputs[name].kind is Kind.DAY
                    found.amount(
                        f"{where}.{name}",
                        answer.amounts.get(name),
                        there[known],
                        slack=0.0 if day else slack,
                    )
    return found


def never_exact(ours: Sequence[Mapping[str, Found]]) -> list[Amount]:
    """The amounts that the law settles for nobody on this day."""
    settled = {
        (one, name)
        for answers in ours
        for one, answer in answers.items()
        for name, value in answer.amounts.items()
        if exact(value)
    }
    return [
        (one, name)
        for one in RULES.ids
        for name, _, _ in RULES.at(one, ON, ON).amounts
        if (one, name) not in settled
    ]


def settled(answers: Mapping[str, Found], left_out: Sequence[Amount]) -> bool:
    """Are all answers certain, but for the amounts that nobody knows?"""
    return all(
        answer.eligible is not Truth.UNKNOWN
        and all(
            exact(value) for name, value in answer.amounts.items() if (one, name) not in left_out
        )
        for one, answer in answers.items()
    )


# What is timed -------------------------------------------------------------------------------


@dataclass
class Contender:
    """Something that is timed: `block()` gives microseconds per person."""

    name: str
    what: str
    block: Callable[[], float]
    times: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def ratio(self) -> float:
        return statistics.median(self.ratios)


def block_of(
    function: Callable[[Person], object], persons: Sequence[Person], loops: int
) -> Callable[[], float]:
    """A block: every person in turn, `loops` times over."""

    def run() -> float:
        gc.collect()
        start = process_time_ns()
        for _ in range(loops):
            for person in persons:
                function(person)
        return (process_time_ns() - start) / 1000 / loops / len(persons)

    return run


def timed(base: Contender, others: Sequence[Contender], rounds: int) -> None:
    """Koers, another, Koers, another ...: each block is set beside the Koers blocks around it."""
    for contender in (base, *others):
        contender.block()
    for _ in range(rounds):
        before = base.block()
        for contender in others:
            one = contender.block()
            after = base.block()
            contender.times.append(one)
            contender.ratios.append(one / ((before + after) / 2))
            base.times.append(before)
            before = after
        base.times.append(before)


def pin() -> str:
    """Stay on one processor where the system lets us."""
    try:
        known = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {known[-1]})
    except (AttributeError, OSError):
        return "not pinned to one processor"
    return f"pinned to processor {known[-1]} of {len(known)}"


def processor() -> str:
    """What the machine calls its processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.processor() or platform.machine()
    return model


# The run -------------------------------------------------------------------------------------


def main() -> int:
    """Compare, time, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--quick", action="store_true", help="one loop per block")
    options = parser.parse_args()

    people = People(RULES, ON, seed=SEED)
    persons = [*people.likely(COMPARED // 2), *people.drawn(COMPARED // 2)]
    koers = compile_rules(RULES, ON)
    ours = [koers.read(koers.run(person)) for person in persons]
    left_out = never_exact(ours)
    chosen = choose(persons, ours, left_out)

    print(f"One person, {len(RULES.ids)} incentives, the law of {ON.isoformat()}")
    print(f"  ids: {', '.join(RULES.ids)}")
    unknown = ", ".join(f"{one}.{name}" for one, name in left_out) or "none"
    print(f"  amounts left out, because the law settles them for nobody that day: {unknown}")
    print(f"  {len(people.facts)} facts, all of them stated for every person")
    print()

    peers, skipped = make_peers(left_out)
    print(f"Compared before timing ({len(persons)} persons, seed {SEED}):")
    print(
        f"  {'':<12}{'eligibilities':>14}{'amounts':>9}{'verdicts':>10}{'differ':>8}"
        f"{'cents off':>11}{'open in the law':>17}"
    )
    agreements = {}
    for peer in peers:
        theirs = peer.answers(persons)
        found = compare(peer.law, ours, theirs, slack=peer.slack)
        agreements[peer.name] = found
        cells = found.cells
        print(
            f"  {peer.name:<12}{cells['eligibilities']:>14}{cells['amounts']:>9}"
            f"{cells['verdicts']:>10}{len(found.wrong):>8}{found.cents_off:>11}"
            f"{cells['open in the law']:>17}"
        )
    for name, reason in skipped.items():
        print(f"  {name:<12}skipped: {reason}")
    print(
        "  A verdict is that of one condition. Where the law is open Koers answers unknown, which a"
    )
    print("  peer cannot; those answers are not compared, and nobody with one of them is timed.")
    print()
    wrong = [(name, line) for name, found in agreements.items() for line in found.wrong]
    if wrong:
        for name, line in wrong[:20]:
            print(f"  {name} disagrees. {line}")
        print(f"{len(wrong)} answers differ, so nothing is timed.")
        return 1

    base, own, outside = contenders(koers, chosen, people, peers, quick=options.quick)
    where = pin()
    gc.collect()
    gc.freeze()
    timed(base, [*own, *outside], options.rounds)
    report(base, own, outside, peers, options.rounds, len(chosen), where)
    print(
        json.dumps(
            result(base, own, outside, peers, skipped, left_out, agreements, len(persons), where),
            ensure_ascii=False,
        )
    )
    return 0


def choose(
    persons: Sequence[Person], ours: Sequence[Mapping[str, Found]], left_out: Sequence[Amount]
) -> list[Person]:
    """The timed persons: those whose answers are all certain, half likely and half drawn."""
    half = len(persons) // 2
    found: list[Person] = []
    for start, stop in ((0, half), (half, len(persons))):
        certain = [persons[place] for place in range(start, stop) if settled(ours[place], left_out)]
        found += certain[: TIMED // 2]
    return found


def make_peers(left_out: Sequence[Amount]) -> tuple[list[Any], dict[str, str]]:
    """Every peer that can run here, and why the others cannot."""
    from benchmarks.peers.openfisca_peer import OpenFisca, OpenFiscaAsDocumented
    from benchmarks.peers.publicodes_peer import Missing, Publicodes
    from benchmarks.peers.zen_peer import Zen

    peers: list[Any] = [
        OpenFisca(lower(RULES, ON, leave_out=left_out, share=3), ON),
        OpenFiscaAsDocumented(lower(RULES, ON, leave_out=left_out, share=3), ON),
        Zen(lower(RULES, ON, leave_out=left_out, share=2, inside=True), ON),
    ]
    skipped = {}
    try:
        law = lower(RULES, ON, leave_out=left_out, share=2, inside=True)
        peers.append(Publicodes(law, ON))
    except (Missing, NotExpressible) as error:
        skipped["publicodes"] = str(error)
    return peers, skipped


def contenders(
    koers: Compiled, chosen: Sequence[Person], people: People, peers: Sequence[Any], *, quick: bool
) -> tuple[Contender, list[Contender], list[Contender]]:
    """Koers with its reasons, Koers in other ways, and the peers."""
    amounts = compile_rules(RULES, ON, reasons=False)
    left = [people.half(person, asked=False) for person in chosen]
    asked = [people.half(person, asked=True) for person in chosen]
    many = 1 if quick else 20
    base = Contender(
        "koers", "all incentives, verdict of every condition", block_of(koers.run, chosen, many)
    )
    own = [
        Contender(
            "amounts", "eligibility and amounts, no verdicts", block_of(amounts.run, chosen, many)
        ),
        Contender("left out", "half of the facts left out", block_of(koers.run, left, many)),
        Contender(
            "not known", 'half of the facts "I don\'t know"', block_of(koers.run, asked, many)
        ),
        Contender(
            "with names",
            "the row also read into names",
            block_of(lambda person: koers.read(koers.run(person)), chosen, many),
        ),
    ]
    outside = []
    for peer in peers:
        loops = 1 if quick else peer.loops
        block = peer.block(chosen, loops) or block_of(peer.answer, chosen, loops)
        outside.append(Contender(peer.name, peer.what, block))
    return base, own, outside


def report(
    base: Contender,
    own: Sequence[Contender],
    outside: Sequence[Contender],
    peers: Sequence[Any],
    rounds: int,
    persons: int,
    where: str,
) -> None:
    """The table, and what it stands on."""
    print(
        f"Timed: {persons} persons, {rounds} rounds, each block between two blocks of Koers; "
        f"{where}"
    )
    print("Microseconds of processor time per person; times Koers: the median over the rounds.")
    print()
    print(f"  {'':<12}{'median':>11}{'minimum':>11}{'times Koers':>13}   what")
    for one in (base, *outside, *own):
        times = f"{one.ratio:>13.2f}" if one.ratios else f"{1:>13}"
        print(f"  {one.name:<12}{one.median:>11.1f}{min(one.times):>11.1f}{times}   {one.what}")
    print()
    by_name = {one.name: one for one in own}
    print(f"  reasons cost {1 / by_name['amounts'].ratio:.2f} times amounts only")
    print(
        f"  unknown facts cost {by_name['left out'].ratio:.2f} (left out) and "
        f'{by_name["not known"].ratio:.2f} ("I don\'t know") times known ones'
    )
    for peer in peers:
        print(f"  {peer.name}: {peer.included}")
    print(
        f"  the whole rulebook, {len(RULEBOOK.ids)} incentives, all verdicts and amounts: "
        f"{whole():.1f} microseconds per made person"
    )
    print(f"  {machine()}")
    print()


@cache
def whole() -> float:
    """Microseconds per made person for the whole rulebook, all on the same reference day."""
    compiled = compile_rules(RULEBOOK, ON)
    holders = {one.reference_fact for one in RULEBOOK.incentives}
    people = [
        {name: value for name, value in person.items() if name not in holders}
        for person in made_people(PEOPLE, SEED)
    ]
    times = []
    for _ in range(5):
        start = process_time_ns()
        for person in people:
            compiled.run(person)
        times.append((process_time_ns() - start) / 1000 / len(people))
    return statistics.median(times[1:])


def machine() -> str:
    """Where this ran."""
    return f"Python {platform.python_version()}, {platform.system()}, {processor()}"


def result(
    base: Contender,
    own: Sequence[Contender],
    outside: Sequence[Contender],
    peers: Sequence[Any],
    skipped: Mapping[str, str],
    left_out: Sequence[Amount],
    agreements: Mapping[str, Agreement],
    persons: int,
    where: str,
) -> dict[str, object]:
    """The last line."""
    ratio = {one.name: round(one.ratio, 3) for one in (*own, *outside)}
    unknown = {"left_out": ratio["left out"], "not_known": ratio["not known"]}
    return {
        "openfisca_ratio": round(ratio["openfisca"], 1),
        "openfisca_ratio_as_documented": round(ratio["openfisca-doc"], 1),
        "zen_ratio": round(ratio["zen"], 1),
        "publicodes_ratio": round(ratio["publicodes"], 1) if "publicodes" in ratio else None,
        "us_per_person_all_incentives": round(base.median, 2),
        "us_per_person_whole_rulebook": round(whole(), 2),
        "incentives_in_the_whole_rulebook": len(RULEBOOK.ids),
        "reasons_over_amounts": round(
            1 / next(one.ratio for one in own if one.name == "amounts"), 3
        ),
        "unknown_over_known": max(unknown.values()),
        "unknown_over_known_each": unknown,
        "us_per_person": {
            one.name: {"median": round(one.median, 2), "minimum": round(min(one.times), 2)}
            for one in (base, *own, *outside)
        },
        "ids": list(RULES.ids),
        "ids_by_peer": {peer.name: list(peer.law.eligible) for peer in peers},
        "amounts_left_out": [".".join(one) for one in left_out],
        "compared": {
            name: {
                "persons": persons,
                "eligibilities": found.cells["eligibilities"],
                "amounts": found.cells["amounts"],
                "verdicts": found.cells["verdicts"],
                "different": len(found.wrong),
                "cents_off": found.cents_off,
            }
            for name, found in agreements.items()
        },
        "skipped": dict(skipped),
        "on": ON.isoformat(),
        "versions": {
            "koers": version("koers"),
            "rulebook": RULEBOOK.version,
            "python": platform.python_version(),
            "openfisca-core": version("openfisca-core"),
            "numpy": version("numpy"),
            "zen-engine": version("zen-engine"),
            **{key: text for peer in peers for key, text in peer.versions.items()},
        },
        "machine": f"{processor()}, {where}",
    }


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ModuleNotFoundError as error:
        sys.exit(f"{error.name} is not installed here: run `make bench-single`.")
