"""What a person may type for a number, a day or a code."""

from datetime import date
from decimal import Decimal

import pytest

from koers.cli.typed import NotUnderstood, read_typed
from koers.engine.values import Between, Stated
from koers.rulebook import RULEBOOK

KNOWN = RULEBOOK.vocabulary.facts


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("employment.fraction", "80", 80),
        ("employment.fraction", "80 %", 80),
        ("employment.fraction", "4/5", 80),
        ("employment.fraction", "2/3", Decimal("66.67")),
        ("employment.fraction", "Voltijds", 100),
        ("employment.fraction", "halftijds", 50),
        ("employment.fraction", "minstens 50", Between(50, None)),
        ("employment.fraction", "50+", Between(50, None)),
        ("employment.fraction", "hoogstens 50", Between(None, 50)),
        ("employment.weekly_hours", "7,6 uur", Decimal("7.6")),
        ("employment.weekly_hours", "tussen 20 en 30", Between(20, 30)),
        ("employment.weekly_hours", "20 tot 30 uur", Between(20, 30)),
        ("employer.headcount", "20-30", Between(20, 30)),
        ("employer.headcount", "ongeveer 20 - 30", Between(20, 30)),
        ("employer.turnover", "1.250.000", 1250000),
        ("employer.turnover", "€ 1.250,50", Decimal("1250.5")),
        ("training.fee", "350 euro", 350),
        ("training.fee", "99.5", Decimal("99.5")),
        ("career_guidance.cheques_used_ever", "geen", 0),
        ("career.experience_months", "84", 84),
        ("career.experience_months", "7 jaar", Between(84, 95)),
        ("career.experience_months", "7 jaar en 3 maanden", 87),
        ("career.experience_months", "2-3 jaar", Between(24, 47)),
        ("career.experience_months", "meer dan 10 jaar", Between(120, None)),
        ("person.age", "34 jaar", 34),
        ("person.nursing_diploma_school_year", "2006 - 2007", 2006),
        ("employment.contract_start", "2026-09-01", date(2026, 9, 1)),
        ("employment.contract_start", "1/9/2026", date(2026, 9, 1)),
        ("employment.contract_start", "1 september 2026", date(2026, 9, 1)),
        ("employment.contract_start", "sep 2026", Between(date(2026, 9, 1), date(2026, 9, 30))),
        ("employment.contract_start", "12/2026", Between(date(2026, 12, 1), date(2026, 12, 31))),
        ("employment.contract_start", "2019", Between(date(2019, 1, 1), date(2019, 12, 31))),
        ("employment.contract_start", "2019-2021", Between(date(2019, 1, 1), date(2021, 12, 31))),
        ("employment.contract_start", "voor 2019", Between(None, date(2019, 12, 31))),
        ("employment.joint_committee", "200", "200"),
        ("employment.joint_committee", "PC 149.01", "149.01"),
        ("employment.joint_committee", "149,01", "149.01"),
    ],
)
def test_people_may_type_as_they_speak(name: str, text: str, value: Stated) -> None:
    assert read_typed(KNOWN[name], text) == value


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("employment.fraction", "veel", "Dat begrijp ik niet. Tik een getal"),
        ("employment.fraction", "1-2-3", "Dat begrijp ik niet. Tik een getal"),
        ("employment.fraction", "120", "Dat kan niet. Tik een getal van 0 tot 100."),
        ("employment.fraction", "80-20", "Tik eerst het laagste getal"),
        ("employer.headcount", "2,5", "Dat kan niet. Tik een getal zonder komma."),
        ("employer.turnover", "-5", "Dat kan niet. Tik 0 of meer."),
        ("employer.turnover", "9" * 20, "Dat begrijp ik niet. Tik een getal"),
        ("employment.contract_start", "31/2/2026", "De dag 31/2/2026 bestaat niet."),
        ("employment.contract_start", "13/2026", "Dat begrijp ik niet. Tik een datum"),
        ("employment.contract_start", "gisteren", "Dat begrijp ik niet. Tik een datum"),
        ("employment.contract_start", "1/1/1066", "Dat begrijp ik niet. Tik een datum"),
        ("employment.joint_committee", "metaal", "Dat nummer ken ik niet. Tik drie cijfers"),
        ("person.nursing_diploma_school_year", "2006", "Dat is geen schooljaar."),
    ],
)
def test_what_cannot_be_gets_a_sentence(name: str, text: str, sentence: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_typed(KNOWN[name], text)
    assert str(refused.value).startswith(sentence)
