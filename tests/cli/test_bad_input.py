"""What a caller may get wrong: each is one Dutch sentence, on stderr, with code 2."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

Run = Callable[..., object]
Write = Callable[[str, str], str]

CASE = """\
cases:
- id: c-1
  incentive: vov
  date: '2025-10-06'
  facts: {employment.status: employee}
  expected: {eligible: unknown}
"""


class Bad(NamedTuple):
    """What is typed, on which file, and what the sentence must name."""

    about: str
    content: str | None
    command: str
    names: tuple[str, ...]


def rights(about: str, content: str, *names: str) -> Bad:
    return Bad(about, content, "rights FILE --on 2025-10-06", ("FILE", *names))


def cases(about: str, content: str, *names: str) -> Bad:
    return Bad(about, content, "cases FILE --json", ("FILE", *names))


def typed(about: str, command: str, *names: str) -> Bad:
    return Bad(about, "employment.status: employee\n", command, names)


BAD = (
    # Files
    typed("a file that is not there", "rights weg.yaml", "weg.yaml", "bestaat niet"),
    typed("a file that is almost there", "rights FILEE", "FILEE", "Bedoelde je FILE?"),
    typed("a folder that is not there", "rights map/x.yaml", "map/x.yaml", "Ook de map map"),
    typed("a folder", "rights .", "een map"),
    rights("an empty file", "", "leeg", "employment.status: employee"),
    rights("only a comment", "# niets\n", "leeg"),
    rights("a list", "- employment.status\n", "geen namen met waarden"),
    rights("one word", "employee\n", "geen namen met waarden"),
    rights("no YAML", "a: [1, 2\nb: c\n", "geen leesbare YAML", "regel"),
    rights("tabs", "a:\n\tb: 1\n", "geen leesbare YAML", "regel 2"),
    rights("two documents", "a: 1\n---\nb: 2\n", "geen leesbare YAML"),
    rights("code inside", "a: !!python/object/apply:os.system ['ls']\n", "geen leesbare YAML"),
    rights(
        "a name that stands twice",
        "employment.status: employee\nemployment.status: student\n",
        "regel 2",
        "employment.status staat er twee keer",
    ),
    typed("a price without a training", "combine FILE", "T.yaml ontbreekt", "--training T.yaml"),
    typed("a price of a training that is not there", "combine FILE --training t.yaml", "t.yaml"),
    typed("a training file that is not there", "rights FILE --training t.yaml", "t.yaml"),
    # Names
    rights("an unknown name", "employment.statuss: employee\n", "Bedoelde je employment.status of"),
    rights("a name of nothing", "xyzzy.qqq: 1\n", "'xyzzy.qqq' bestaat niet", "rulebook --facts"),
    rights("a name without its subject", "status: employee\n", "employment.status"),
    rights(
        "names under a name",
        "employment:\n  status: employee\n",
        "onder employment staan namen",
        "als employment.status.",
    ),
    rights("a number as a name", "5: employee\n", "Het gegeven 5 bestaat niet"),
    # Values
    rights("an unknown word", "employment.status: emploeyee\n", "Bedoelde je employee?"),
    rights("a number for a word", "employment.status: 3\n", "employment.status", '"3"'),
    rights("yes for true", "person.lives_alone: yes\n", "person.lives_alone", "true of false"),
    rights(
        "a committee without quotes",
        "employment.joint_committee: 200\n",
        "employment.joint_committee",
        '"200"',
    ),
    rights(
        "a committee that cannot be",
        'employment.joint_committee: "20"\n',
        "employment.joint_committee",
        '"149.01"',
    ),
    rights("a word for a number", "employment.fraction: veel\n", "'veel' is geen getal"),
    rights("a number in quotes", "employment.fraction: '80'\n", "80 zonder aanhalingstekens"),
    rights("too high", "employment.fraction: 150\n", "150 kan niet", "tussen 0 en 100"),
    rights("too low", "person.age: -3\n", "-3 kan niet", "tussen 0 en 120"),
    rights("half a year", "person.age: 30.5\n", "30.5 is geen geheel getal"),
    rights("no end of number", "employment.fraction: .inf\n", "is geen getal"),
    rights("too large to reckon with", "training.fee: 1000000000000000\n", "te groot"),
    rights("absent that cannot be", "employment.status: absent\n", "`unknown`"),
    rights("a school year", "person.nursing_diploma_school_year: 2008\n", '"2008-2009"'),
    # Days
    rights("a day that is none", "training.start_date: 2026-02-30\n", "regel 1", "2026-02-28"),
    rights("a day in quotes that is none", "training.start_date: '2026-13-01'\n", "2026-09-01"),
    rights("a month that is none", "training.start_date: '2026-13'\n", "die datum bestaat niet"),
    rights("an hour", "training.start_date: 2026-01-01 10:00:00\n", "een dag zonder uur"),
    rights("words for a day", "training.start_date: morgen\n", "'morgen'", "2026-09-01"),
    typed("--on that is no day", "rights FILE --on morgen", "--on", "'morgen'", "2026-09-01"),
    typed("--on in another order", "rights FILE --on 1/9/2026", "--on", "Schrijf 2026-09-01"),
    typed("--on 30 February", "rights FILE --on 2026-02-30", "--on", "Bedoelde je 2026-02-28?"),
    typed("--on before 2019", "rights FILE --on 2018-12-31", "--on", "vanaf 2019-01-01"),
    typed("--on far away", "explain vov FILE --on 2206-01-01", "--on", "2100-12-31"),
    # Partial values
    rights("a range of words", "employment.status: {from: a, to: b}\n", "Geef een lijst"),
    rights("a range upside down", "employment.fraction: {from: 80, to: 20}\n", "hoog naar laag"),
    rights("a mapping of nothing", "employment.fraction: {min: 3}\n", "{from: …, to: …}"),
    rights("an empty mapping", "employment.fraction: {}\n", "{from: …, to: …}"),
    rights("an empty list", "employment.status: []\n", "de lijst is leeg"),
    rights("a list in a list", "employment.status: [[employee]]\n", "employment.status"),
    rights("a value without a day", "employment.fraction: {value: 80, on: x}\n", "'x'"),
    # Arguments
    typed("an unknown command", "recht FILE", "'recht' bestaat niet", "Bedoelde je rights?"),
    typed("an unknown option", "rights FILE --srict", "--srict", "Bedoelde je --strict?"),
    typed("an unknown option of all", "--json", "--json", "koers"),
    typed("an option without its value", "rights FILE --on", "na --on ontbreekt DATUM"),
    typed("a value for a flag", "rights FILE --json=1", "--json krijgt geen waarde"),
    typed("no file", "rights", "FACTS.yaml ontbreekt"),
    typed("no case file", "cases", "BESTAND ontbreekt"),
    typed("too much", "rights FILE nog", "niets doen met 'nog'"),
    typed("an unknown id", "explain vovv FILE", "'vovv'", "Bedoelde je vov of"),
    typed("an id like no other", "explain 123 FILE", "'123'", "vov"),
    typed("two formats", "rulebook --json --csv", "--json en --csv"),
    typed("saving over a file", "ask --save FILE", "FILE bestaat al"),
    typed("saving in no folder", "ask --save weg/x.yaml", "De map weg bestaat niet"),
    # Case files
    cases("cases that are no YAML", "cases: [", "geen leesbare YAML"),
    cases("no cases", "gevallen: []\n", "cases:"),
    cases("cases that are no list", "cases: {a: 1}\n", "cases:"),
    cases("a case that is a word", "cases: [vov]\n", "geval 1", "id, incentive, date"),
    cases("no id", CASE.replace("id: c-1\n  ", ""), "geval 1", "`id` ontbreekt"),
    cases("no expected", CASE.replace("expected", "verwacht"), "c-1", "`expected` ontbreekt"),
    cases("a key too many", CASE + "  extra: 1\n", "c-1", "'extra'"),
    cases("a number that is expected", CASE.replace("eligible", "1"), "c-1", "1"),
    cases("facts that are a list", CASE.replace("{employment.status: employee}", "[a]"), "`facts`"),
    cases("a case on no day", CASE.replace("'2025-10-06'", "2025-02-30"), "2025-02-28"),
    cases("a case on no quoted day", CASE.replace("2025-10-06", "gisteren"), "c-1", "'gisteren'"),
    cases("a case at an hour", CASE.replace("'2025-10-06'", "2025-10-06 10:00:00"), "2025-10-06"),
)


@pytest.mark.parametrize("bad", BAD, ids=[one.about for one in BAD])
def test_bad_input_is_one_sentence_with_the_nearest_valid_thing(
    bad: Bad, run: Run, write: Write
) -> None:
    # given
    write("FILE", bad.content or "")
    # when
    result = run(*bad.command.split())
    # then
    assert (result.exit_code, result.stdout) == (2, "")
    sentence = result.stderr
    assert sentence.count("\n") == 1
    assert sentence.rstrip().endswith((".", "?", '"'))
    assert "Traceback" not in sentence
    for name in bad.names:
        assert name in sentence


def test_there_are_more_than_thirty_kinds() -> None:
    assert len(BAD) > 30


def test_a_file_that_is_not_utf_8_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "oud.yaml").write_bytes("naam: één".encode("latin-1"))
    result = run("rights", "oud.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == ("oud.yaml is geen tekst in UTF-8. Bewaar het bestand als UTF-8.\n")


def test_case_files_that_are_not_utf_8_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "oud.yaml").write_bytes("cases: één".encode("latin-1"))
    result = run("cases", "oud.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "UTF-8" in result.stderr


def test_facts_and_training_that_clash_are_refused_with_both_files(run: Run, write: Write) -> None:
    person = write("ik.yaml", "training.contact_hours: 40\n")
    training = write("cursus.yaml", "training.contact_hours: 32\n")
    result = run("rights", person, "--training", training)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "training.contact_hours staat met een andere waarde in ik.yaml en in cursus.yaml. "
        "Houd er één van de twee.\n"
    )


def test_a_broken_case_file_after_a_good_one_prints_nothing_on_stdout(
    run: Run, write: Write
) -> None:
    good, broken = write("goed.yaml", CASE), write("stuk.yaml", "cases: 3\n")
    result = run("cases", good, broken, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "stuk.yaml" in result.stderr


def test_an_error_holds_no_other_facts_of_the_person(run: Run, write: Write) -> None:
    facts = write("ik.yaml", "person.age: 61\nperson.household: single\nemployment.status: x\n")
    result = run("rights", facts)
    assert result.exit_code == 2
    assert "61" not in result.stderr
    assert "single" not in result.stderr
