"""What `parameters.yaml` may not say, beyond the wrong rules: each gets a sentence."""

from pathlib import Path

import pytest

from koers.engine import RuleError
from koers.engine.reading import load_parameters, preload, read_yaml

SOURCE = "  s: {title: t, url: 'https://example.org', status: official, read: 2026-11-22}"
GOOD = "{from: 2019-01-01, value: 1, source: s}"


def wrong(tmp_path: Path, *lines: str, sources: str = SOURCE) -> str:
    folder = tmp_path / "invented"
    folder.mkdir(exist_ok=True)
    text = "\n".join([*lines, "sources:", sources, ""])
    (folder / "parameters.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_parameters(str(folder / "rule.py"))
    return str(caught.value)


def value(line: str) -> tuple[str, ...]:
    return ("cap:", "  label: l", "  unit: EUR", "  values:", f"    - {line}")


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("{from: 2019-01-01, value: .inf, source: s}", "no finite value"),
        ("{from: 2019-01-01, value: 2019-01-01T10:00:00, source: s}", "a day with an hour"),
        ("{from: 2019-01-01T10:00:00, value: 1, source: s}", "is no date"),
        ("{from: 2019-01-01, value: 1, at_least: 0, source: s}", "bounds beside a value"),
        ("{from: 2019-01-01, unknown: x, at_least: abc, source: s}", "has the bound 'abc'"),
        ("{from: 2019-01-01, unknown: x, at_least: 3, at_most: 2, source: s}", "reversed"),
        ("{from: 2019-01-01, value: 1, source: s, note: 3}", "is no text"),
        ("{from: 2019-01-01, value: 1, source: s, corrected: {on: 2020-01-01}}", "in part"),
        ("{from: 2019-01-01, value: 1, source: {a: b}}", "not in `sources:`"),
        ("{from: 2019-01-01, value: [1], source: s}", "has the value [1]"),
        ("{from: 2019-01-01, absent: 3, source: s}", "`absent` that is not true"),
        ("{from: 2019-01-01, value: 1, source: s, settle: t}", "`settle` without a doubt"),
    ],
)
def test_a_wrong_line_of_a_value_is_named(tmp_path, line, part):
    assert part in wrong(tmp_path, *value(line))


def test_a_correction_of_our_own_mistake_is_kept_whole(tmp_path):
    # given
    folder = tmp_path / "invented"
    folder.mkdir()
    line = "{from: 2019-01-01, value: 1, source: s, corrected: {on: 2026-01-01, was: 2, why: typo}}"
    text = "\n".join([*value(line), "sources:", SOURCE])
    (folder / "parameters.yaml").write_text(text, encoding="utf-8")

    # when
    parameters = load_parameters(str(folder / "rule.py"))

    # then
    (dated,) = parameters.known["cap"].values
    assert dated.corrected is not None
    assert dated.corrected.why == "typo"


@pytest.mark.parametrize(
    ("lines", "part"),
    [
        (("exists: {from: 2019-01-01, source: s, since: 3}",), "unknown key 'since'"),
        (("doubts:", "  - {about: x, why: y, source: s, when: 3}"), "unknown key 'when'"),
        (("doubts:", "  - {about: x, source: s}"), "lacks `about` or `why`"),
        (("doubts:", "  - {about: x, why: y, source: s, from: soon}"), "is no date"),
        (("history:", "  - {on: 2019-01-01, source: s}"), "has no `change`"),
        (("history:", "  - {on: 2019-01-01, change: c, source: s, who: d}"), "unknown key 'who'"),
        (("history:", "  - {on: 2019-01-01, change: 3, source: s}"), "is no text"),
        (("history:", "  - {on: 2019-01-01, change: c, source: s, about: [3]}"), "is no text"),
        (("history:", "  - {on: 2019-01-01, change: c, source: s, gained: 3}"), "is no text"),
        (("doubts:", "  - {about: x, why: y, source: s, settle: 3}"), "is no text"),
        (("path: {label: l, unit: EUR, values: [" + GOOD + "]}",), "a word of the loader"),
        (("Cap: {label: l, unit: EUR, values: [" + GOOD + "]}",), "is no name"),
        (("cap: {label: l, unit: EUR, rows: {}}",), "has no rows"),
        (
            ("cap: {label: l, unit: EUR, values: [" + GOOD + "], otherwise: " + GOOD + "}",),
            "`otherwise` without rows",
        ),
        (
            ("cap: {label: l, unit: EUR, values: [" + GOOD + "], informative: nee}",),
            "`informative` in other words",
        ),
        (("cap: {label: l, unit: EUR}",), "either `values:` or `rows:`"),
        (("cap: {label: l, values: [" + GOOD + "]}",), "has no unit"),
    ],
)
def test_a_wrong_part_of_the_file_is_named(tmp_path, lines, part):
    assert part in wrong(tmp_path, *lines)


def test_a_source_needs_a_web_address(tmp_path):
    source = "  s: {title: t, url: 'nowhere', status: official, read: 2026-11-22}"
    assert "has no web address" in wrong(tmp_path, *value(GOOD), sources=source)


def test_an_empty_file_is_named(tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "parameters.yaml").write_text("", encoding="utf-8")
    with pytest.raises(RuleError, match="is empty"):
        load_parameters(str(folder / "rule.py"))


def test_a_file_that_is_no_text_is_named(tmp_path):
    path = tmp_path / "parameters.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RuleError, match="no UTF-8 text"):
        read_yaml(path)


def test_yes_and_on_are_words_and_true_is_not(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("{on: yes, off: no, sure: true}", encoding="utf-8")
    assert read_yaml(path) == {"on": "yes", "off": "no", "sure": True}


def test_content_that_was_parsed_before_is_taken_instead_of_the_file(tmp_path):
    path = tmp_path / "never-written.yaml"
    preload({path: {"a": 1}})
    assert read_yaml(path) == {"a": 1}


def test_a_change_may_name_what_it_is_about_and_a_doubt_what_would_settle_it(tmp_path):
    folder = tmp_path / "invented"
    folder.mkdir()
    lines = [
        *value("{from: 2019-01-01, unknown: x, source: s, settle: De tabel}"),
        "doubts:",
        "  - {about: cap, why: y, source: s, settle: De tekst}",
        "history:",
        "  - {on: 2019-01-01, change: c, source: s, about: cap}",
        "  - {on: 2020-01-01, change: c, source: s, about: [cap, leave]}",
        "  - {on: 2021-01-01, change: c, source: s}",
        "sources:",
        SOURCE,
    ]
    (folder / "parameters.yaml").write_text("\n".join(lines), encoding="utf-8")

    parameters = load_parameters(str(folder / "rule.py"))

    assert [one.about for one in parameters.history] == [("cap",), ("cap", "leave"), ()]
    assert parameters.doubts[0].settle == "De tekst"
    assert parameters.known["cap"].values[0].settle == "De tabel"
