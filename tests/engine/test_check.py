"""Wrong rules: each folder of `wrong_rules` has one mistake, named by the folder.

A folder holds only the files that differ from `right_rule`; an empty file is a file that the
rulebook lacks. `expected.txt` holds what the message must say: the file, the key where there is
one, words of the sentence, and words of what to do.
"""

import importlib.util
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from koers.engine import (
    ABSENT,
    DAY,
    UNKNOWN,
    Between,
    Dated,
    OneOf,
    Reduction,
    Rulebook,
    RuleError,
    RuleErrors,
    Usual,
    choice_fact,
    day_fact,
    implies,
    number_fact,
    vocabulary,
    yes_no_fact,
)
from koers.engine.check import check, require_valid

FOLDERS = Path(__file__).with_name("wrong_rules")
RIGHT = FOLDERS / "right_rule"
WRONG = sorted(path.parent for path in FOLDERS.glob("*/expected.txt"))
WITHOUT_LINE = {
    "parameters_file_missing": "there is no file",
    "texts_file_missing": "there is no file",
    "cases_file_missing": "there is no file",
    "parameters_file_without_content": "the whole file is wrong",
    "texts_of_another_incentive_only": "the whole file is wrong",
    "cases_without_a_list": "the whole file is wrong",
    "parameters_without_sources": "a key that is missing has no line",
    "existence_not_given": "a key that is missing has no line",
    "condition_without_name": "a condition knows no line, and has no name to look for",
    "unknown_parameter": "the rule asks for what the file does not have",
    "table_used_as_a_number": "the rule asks for another kind than the file has",
    "number_used_as_a_table": "the rule asks for another kind than the file has",
    "number_used_as_a_day": "the rule asks for another kind than the file has",
    "day_used_as_a_number": "the rule asks for another kind than the file has",
    "text_used_as_a_number": "the rule asks for another kind than the file has",
}


def rulebook_of(folder: Path, tmp_path: Path) -> Rulebook:
    """The rulebook of a folder, its missing files taken from the right rule."""
    copy = tmp_path / folder.name
    shutil.copytree(RIGHT, copy)
    for file in (path for path in folder.iterdir() if path.is_file()):
        if file.stat().st_size:
            shutil.copy(file, copy)
        else:
            (copy / file.name).unlink()
    return module_of(copy / "rule.py").RULEBOOK


def module_of(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"rule_of_{file.parent.name}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def error_of(folder: Path, tmp_path: Path) -> RuleError:
    """The one error that a wrong folder gives, while it is imported or when it is checked."""
    with pytest.raises(RuleError) as caught:
        require_valid(rulebook_of(folder, tmp_path))
    error = caught.value
    if isinstance(error, RuleErrors):
        assert len(error.errors) == 1, str(error)
        return error.errors[0]
    return error


def test_there_are_at_least_forty_five_wrong_rules():
    assert len(WRONG) >= 45


def test_the_right_rule_has_no_errors(tmp_path):
    rulebook = rulebook_of(RIGHT, tmp_path)

    errors = check(rulebook)

    assert errors == []


def test_a_case_may_expect_a_set_by_its_name(tmp_path):
    right = rulebook_of(RIGHT, tmp_path)
    outputs = [replace(one, part_of="granted") for one in right.outputs.values()]
    rulebook = Rulebook(right.incentives, vocabulary=right.vocabulary, outputs=outputs)
    file = tmp_path / "right_rule" / "cases.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("hours: 40, reason", "granted: [hours], reason"), encoding="utf-8")

    errors = check(rulebook)

    assert errors == []


def test_a_rulebook_without_errors_is_valid(tmp_path):
    rulebook = rulebook_of(RIGHT, tmp_path)

    require_valid(rulebook)


@pytest.mark.parametrize("folder", WRONG, ids=lambda folder: folder.name)
def test_a_wrong_rule_says_what_is_wrong_where_and_what_to_do(folder, tmp_path):
    file, *words = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()

    error = error_of(folder, tmp_path)

    assert error.file == file
    assert error.todo
    assert error.line or file == "facts" or folder.name in WITHOUT_LINE
    for part in (file, *words):
        assert part in str(error)


def test_all_errors_are_found_in_one_reading(tmp_path):
    folder = tmp_path / "two_mistakes"
    shutil.copytree(FOLDERS / "gap_in_a_row", folder)
    shutil.copy(FOLDERS / "step_without_text" / "texts.nl.yaml", folder)
    rulebook = rulebook_of(folder, tmp_path / "copies")

    with pytest.raises(RuleErrors) as caught:
        require_valid(rulebook)

    assert [error.key for error in caught.value.errors] == [
        "leave.steps",
        "max_hours.rows.civil_servant",
    ]
    assert len(str(caught.value).splitlines()) == 2


def test_errors_come_in_the_order_of_the_list_of_incentives(tmp_path):
    first = rulebook_of(FOLDERS / "unknown_kind", tmp_path)
    second = rulebook_of(FOLDERS / "unknown_group", tmp_path)
    both = Rulebook(
        [*second.incentives, *first.incentives],
        vocabulary=first.vocabulary,
        outputs=first.outputs.values(),
    )

    errors = check(both)

    assert [error.file for error in errors if "has the" in error.what] == [
        "unknown_group/rule.py",
        "unknown_kind/rule.py",
    ]


def test_a_gap_is_the_day_on_which_the_rulebook_cannot_be_resolved(tmp_path):
    rulebook = rulebook_of(FOLDERS / "gap_between_two_values", tmp_path)

    rulebook.at("leave", date(2025, 3, 31))
    with pytest.raises(RuleError, match="has no value on 2025-04-01"):
        rulebook.at("leave", date(2025, 4, 1))


def test_a_gap_outside_a_dated_condition_is_no_error(tmp_path):
    rulebook = rulebook_of(FOLDERS / "gap_at_the_beginning", tmp_path)
    (leave,) = rulebook.incentives
    works, lasts_long_enough = leave.conditions
    later = replace(lasts_long_enough, since=date(2021, 9, 1))
    dated = replace(leave, conditions=[works, later])

    errors = check(
        Rulebook([dated], vocabulary=rulebook.vocabulary, outputs=rulebook.outputs.values())
    )

    assert errors == []


def test_a_reform_is_checked_with_its_own_values(tmp_path):
    rulebook = rulebook_of(RIGHT, tmp_path)
    minimum = rulebook.parameters["right_rule", "min_hours"]
    reform = rulebook.with_parameters(replace(minimum, values=minimum.values[1:]), version="reform")

    (error,) = check(reform)

    assert "min_hours: has no value on 2019-09-01 (first: 2025-09-01)" in str(error)


def test_a_parameter_of_a_folder_without_incentive_is_an_error(tmp_path):
    rulebook = rulebook_of(RIGHT, tmp_path)
    other = rulebook_of(FOLDERS / "unknown_kind", tmp_path)
    (leave,) = rulebook.incentives
    (stranger,) = other.incentives
    borrowing = replace(leave, conditions=[leave.conditions[0], stranger.conditions[1]])

    errors = check(
        Rulebook([borrowing], vocabulary=rulebook.vocabulary, outputs=rulebook.outputs.values())
    )

    assert [error.what for error in errors] == [
        "reads min_hours of unknown_kind, which has no incentive here."
    ]


def test_a_folder_that_is_not_there_is_named_without_a_line(tmp_path):
    rulebook = rulebook_of(FOLDERS / "unknown_kind", tmp_path)
    (tmp_path / "unknown_kind" / "rule.py").unlink()

    (error,) = check(rulebook)

    assert error.line is None


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        (ABSENT, True),
        (UNKNOWN, False),
        (OneOf(frozenset({"employee", "jobseeker"})), True),
        (OneOf(frozenset({"employee", "farmer"})), False),
        (Dated("employee", date(2026, 1, 1)), True),
        (Dated("farmer", date(2026, 1, 1)), False),
        (Between(1, 2), False),
        (True, False),
        (date(2026, 1, 1), False),
    ],
)
def test_an_implied_word_is_one_that_the_fact_can_have(value, fits):
    class worker:
        status = choice_fact(
            {"employee": "werknemer", "jobseeker": "werkzoekende"}, label="statuut", absent=ABSENT
        )
        active = yes_no_fact(label="actief")

    words = vocabulary([worker], implications=[implies(worker.active, worker.status, value)])

    errors = check(Rulebook([], vocabulary=words, outputs=[]))

    assert any("is implied to be" in error.what for error in errors) is not fits


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        (0, True),
        (100, True),
        (Decimal("100.5"), False),
        (Between(Decimal(50), None), True),
        (Between(Decimal(50), Decimal(150)), False),
        (ABSENT, False),
        ("50", False),
    ],
)
def test_an_implied_number_lies_within_the_bounds_of_the_fact(value, fits):
    class job:
        fraction = number_fact(label="breuk", unit="%", high=100)
        full_time = yes_no_fact(label="voltijds")

    words = vocabulary([job], implications=[implies(job.full_time, job.fraction, value)])

    errors = check(Rulebook([], vocabulary=words, outputs=[]))

    assert any("is implied to be" in error.what for error in errors) is not fits


def test_a_list_is_used_when_a_reduction_turns_it_into_a_used_fact():
    class firm:
        quarters = number_fact(label="kwartalen", unit="employees", listed=True)
        headcount = number_fact(label="personeel", unit="employees")
        small = yes_no_fact(label="klein")

    words = vocabulary(
        [firm],
        implications=[implies(firm.headcount < 2, firm.small, True)],
        reductions=[Reduction("firm.headcount", "firm.quarters", max, "hoogste")],
    )

    errors = check(Rulebook([], vocabulary=words, outputs=[]))

    assert [error.key for error in errors] == ["firm.small"]


def test_a_bound_may_be_a_fact_of_which_the_usual_value_is_another():
    class course:
        hours = number_fact(label="uren", unit="h")
        total = number_fact(
            label="totaal",
            unit="h",
            usual=Usual(because="meestal", source="README.md", equal_to="course.hours"),
        )
        start = day_fact(
            label="begin", usual=Usual(because="gewoonlijk", source="README.md", equal_to=DAY)
        )

    words = vocabulary([course], at_least=[(course.total, course.hours)])

    errors = check(Rulebook([], vocabulary=words, outputs=[]))

    assert not any("waits for itself" in error.what for error in errors)


def test_a_rule_in_a_module_beside_rule_py_is_named_with_its_own_file_and_line(tmp_path):
    copy = tmp_path / "leave"
    shutil.copytree(RIGHT, copy)
    (copy / "rule.py").unlink()
    shutil.copy(FOLDERS / "condition_with_unlisted_source" / "rule.py", copy / "part.py")
    rulebook = module_of(copy / "part.py").RULEBOOK

    (error,) = check(rulebook)

    assert rulebook["leave"].module == "part.py"
    assert [one.name for one in rulebook["leave"].conditions] == ["works", "lasts_long_enough"]
    assert (error.file, error.key) == ("leave/part.py", "works")
    assert error.line == 20
