"""The cache of parsed YAML: used when it is whole, ignored when it is not."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from koers.engine.reading import read_yaml
from koers.rulebook.cache import cache_folder, use_cache
from koers.rulebook.version import content_version


@pytest.fixture
def rules(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("KOERS_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "rules"
    (folder / "one").mkdir(parents=True)
    text = "{rate: 21.30, day: 2026-09-01, names: [a, b], open: null}"
    (folder / "one" / "parameters.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_second_reading_comes_from_the_cache_and_says_the_same(rules):
    # when
    first, second = use_cache(rules, "v1"), use_cache(rules, "v1")

    # then
    assert (first, second) == (False, True)
    assert read_yaml(rules / "one" / "parameters.yaml") == {
        "rate": Decimal("21.30"),
        "day": date(2026, 9, 1),
        "names": ["a", "b"],
        "open": None,
    }


@pytest.mark.parametrize("content", [b"", b"cut off", b"abc\n{}", b"\xff\xfe"])
def test_a_corrupt_cache_is_not_used(rules, content):
    # given
    use_cache(rules, "v1")
    (cache_folder() / "rulebook-v1.json").write_bytes(content)

    # when, then
    assert use_cache(rules, "v1") is False
    assert use_cache(rules, "v1") is True


def test_a_cache_folder_that_cannot_be_written_is_no_error(rules, monkeypatch, tmp_path):
    # given: a file stands where the folder should be
    blocked = tmp_path / "blocked"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("KOERS_CACHE", str(blocked))

    # when, then
    assert use_cache(rules, "v1") is False
    assert use_cache(rules, "v1") is False


def test_without_the_setting_the_cache_is_in_the_folder_of_the_user(monkeypatch):
    monkeypatch.delenv("KOERS_CACHE", raising=False)
    assert cache_folder().name == "koers"


def test_another_content_is_another_version(rules):
    # given
    before = content_version(rules)
    path = rules / "one" / "parameters.yaml"

    # when
    path.write_text("{rate: 21.31}", encoding="utf-8")

    # then
    assert content_version(rules) != before
    assert len(before) == 12
