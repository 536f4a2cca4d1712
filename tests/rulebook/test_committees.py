"""The list of joint committees, and what `sector_any` says of each."""

import re
from datetime import date
from pathlib import Path

import pytest

import koers.rulebook.sector_funds
from koers.engine.assess import assess
from koers.engine.explain import as_text, explain
from koers.engine.reading import read_yaml
from koers.engine.values import Truth
from koers.rulebook import RULEBOOK

FILE = Path(koers.rulebook.sector_funds.__file__).with_name("committees.yaml")
LIST = read_yaml(FILE)
FUNDS, COMMITTEES = LIST["funds"], LIST["committees"]
ON = date(2026, 11, 22)


def told(committee):
    """The answer of `sector_any` for a committee, and its explanation as text."""
    facts = {"employment.status": "employee", "employment.joint_committee": committee}
    found = assess(RULEBOOK, "sector_any", facts, on=ON)
    return found.eligible, as_text(explain(RULEBOOK, found))


@pytest.mark.parametrize("number", COMMITTEES)
def test_a_committee_has_a_dotted_number_a_name_and_a_source(number):
    one = COMMITTEES[number]

    assert re.fullmatch(r"\d{3}(\.\d{2})?", number)
    assert one["name"].startswith(("Paritair", "Aanvullend Paritair", "Nationa"))
    assert one["source"].startswith(("http://", "https://"))
    assert set(one) <= {"name", "checked", "source", "fund", "help"}


@pytest.mark.parametrize("key", FUNDS)
def test_a_fund_has_a_name_and_an_address_and_belongs_to_a_committee(key):
    fund = FUNDS[key]

    assert fund["name"]
    assert fund["url"].startswith("https://")
    assert key in {one.get("fund") for one in COMMITTEES.values()}


@pytest.mark.parametrize("number", COMMITTEES)
def test_every_committee_is_told_where_to_look_and_none_is_told_no(number):
    one = COMMITTEES[number]
    place = FUNDS[one["fund"]] if "fund" in one else LIST["elsewhere"]

    eligible, text = told(number)

    assert eligible is (Truth.YES if "help" in one else Truth.UNKNOWN)
    assert place["name"] in text
    assert place["url"] in text


def test_a_number_outside_the_list_is_not_told_no():
    eligible, text = told("999")

    assert eligible is Truth.UNKNOWN
    assert "Dit nummer staat niet in onze lijst van paritaire comités." in text
    assert LIST["elsewhere"]["url"] in text


def test_a_committee_whose_premium_is_encoded_has_help():
    encoded = {
        word
        for one in RULEBOOK.incentives
        if one.id.startswith("sector_pc")
        for condition in one.conditions
        for word in re.findall(r"\d{3}(?:\.\d{2})?", condition.name.replace("_0", ".0"))
    }

    assert encoded
    assert {number for number in encoded if "help" not in COMMITTEES[number]} == set()
