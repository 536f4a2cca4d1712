"""Reading `parameters.yaml`, and YAML in general, with the place in every message.

    min_fraction:
      label: Minstens zoveel procent van een voltijdse job
      unit: "%"
      values:
        - {from: 2019-09-01, value: 50, source: hours-page}
        - {from: 2026-09-01, unknown: "De tekst is niet gelezen.", source: securex-2026}
    days:                                   # a table: a dated value per word
      label: Dagen per jaar
      unit: days
      rows:
        "200": [{from: 2023-01-01, value: 1, source: fund-page}]
      otherwise: {unknown: "Geen sectorakkoord gelezen.", source: fund-page}
    exists: {from: 2019-09-01, source: decree}
    sources:
      decree: {title: "...", url: "...", status: official, read: 2026-11-20}
    doubts:
      - {about: [hours], why: "...", source: decree, from: 2019-09-01, settle: "..."}
    history:
      - {on: 2025-09-01, change: "...", gained: "...", lost: "...", source: bvr-2025, about: [vov]}

A parameter with `informative: true` is shown on the pages and read by no rule. `value` is a
number, a day, or a word; `absent: true` says that the thing did not exist then;
`unknown` may have `at_least` and `at_most`. A value may carry `until` (the law ends), `note`,
`disputed` (what another source says) and `corrected: {on, was, why}` (our own mistake mended).
`settle`, on a doubt and on an unknown or disputed value, is what would end the doubt. `about`
names ids, parameters, conditions, amounts or steps, or `all`; a line of `history` without it
concerns every id of the folder. `gained` and `lost`: leave one out for nobody, both for not known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from koers.engine.errors import RuleError
from koers.engine.nodes import (
    Choose,
    Day,
    Kind,
    Node,
    Nothing,
    Number,
    UnknownInLaw,
)
from koers.engine.parameters import (
    STATUSES,
    Change,
    Correction,
    DatedValue,
    Doubt,
    Existence,
    Parameter,
    Parameters,
    Series,
    Source,
)

_preloaded: dict[Path, Any] = {}


def preload(contents: Mapping[Path, Any]) -> None:
    """Content that was parsed before; `read_yaml` takes it instead of the file."""
    _preloaded.update(contents)


# Reading the YAML ----------------------------------------------------------------------------

_Base: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]  # the C loader has no stub
    """Numbers as Decimal, and a key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping without doubles."""
        seen = set()
        for key_node, _ in node.value:
            key = key_node.value if isinstance(key_node.value, str) else str(key_node.value)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key} stands twice", key_node.start_mark
                )
            seen.add(key)
        result: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return result


# Only true and false are booleans: `on`, `yes` and `no` are ordinary words here.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:bool"]
    for first, pairs in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|false|False)$"), list("tTfF")
)


def _number(loader: Any, node: yaml.ScalarNode) -> Decimal:
    """A number with a point, exactly; NaN for what YAML takes for a number and we do not."""
    try:
        return Decimal(loader.construct_scalar(node))
    except InvalidOperation:
        return Decimal("NaN")


_Loader.add_constructor("tag:yaml.org,2002:float", _number)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file, numbers with a point as Decimal.

    Raises RuleError with the line when it is no YAML, or when a key stands twice.
    """
    if path in _preloaded:
        return _preloaded[path]
    name = f"{path.parent.name}/{path.name}"
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, Loader=_Loader)
    except FileNotFoundError:
        raise RuleError("does not exist.", file=name, todo="Add the file.") from None
    except UnicodeDecodeError:
        raise RuleError("is no UTF-8 text.", file=name, todo="Save it as UTF-8.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise RuleError(
            f"is no readable YAML: {getattr(error, 'problem', error)}.",
            file=name,
            line=mark.line + 1 if mark else None,
            todo="Mend the line.",
        ) from None


def line_of(path: Path, *keys: str | int) -> int | None:
    """The line of a key in a YAML file, for messages."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, yaml.YAMLError):
        return None
    line = None
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            found = next((pair for pair in node.value if pair[0].value == str(key)), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            if key >= len(node.value):
                return line
            node = node.value[key]
            line = node.start_mark.line + 1
    return line


_VALUE_KEYS = frozenset(
    (
        "from until value unknown absent at_least at_most source note disputed corrected settle"
    ).split()
)
_PARAMETER_KEYS = frozenset(("label", "unit", "values", "rows", "otherwise", "informative"))
_SOURCE_KEYS = frozenset(("title", "url", "status", "read", "note"))
_CORRECTED_KEYS = frozenset(("on", "was", "why"))
_DOUBT_KEYS = frozenset(("about", "why", "source", "from", "until", "settle"))
_CHANGE_KEYS = frozenset(("on", "change", "gained", "lost", "source", "about"))
_TAKEN = frozenset(("owner", "path", "file", "known", "day", "word", "table"))
_RESERVED = ("exists", "exists_of", "sources", "doubts", "history")
_NAME = re.compile(r"^[a-z][a-z0-9_]*$")


class _Reader:
    """Reads one file; keeps the place for messages."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.owner = path.parent.name
        self.file = f"{self.owner}/{path.name}"
        self.sources: dict[str, Source] = {}

    def fail(self, what: str, *keys: str | int, todo: str) -> RuleError:
        key = ".".join(str(part) for part in keys if isinstance(part, str)) or None
        return RuleError(what, file=self.file, key=key, line=line_of(self.path, *keys), todo=todo)

    def read(self) -> Parameters:
        content = read_yaml(self.path)
        if not isinstance(content, dict):
            raise self.fail("is empty.", todo="Give at least `sources:` and one parameter.")
        self.sources = {
            key: self._source(key, value)
            for key, value in self._mapping(content.get("sources"), "sources").items()
        }
        known = {
            name: self._parameter(name, value)
            for name, value in content.items()
            if name not in _RESERVED
        }
        exists = content.get("exists")
        return Parameters(
            owner=self.owner,
            path=self.path,
            known=known,
            sources=self.sources,
            exists=None if exists is None else self._exists(exists, "exists"),
            exists_of={
                incentive: self._exists(value, "exists_of", incentive)
                for incentive, value in (content.get("exists_of") or {}).items()
            },
            doubts=tuple(
                self._doubt(item, index) for index, item in enumerate(content.get("doubts") or ())
            ),
            history=tuple(
                self._change(item, index) for index, item in enumerate(content.get("history") or ())
            ),
        )

    def _mapping(
        self, value: Any, *keys: str | int, known: frozenset[str] | None = None
    ) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.fail("is missing or no mapping.", *keys, todo="Give keys and values.")
        unknown = set(map(str, value)) - known if known is not None else set()
        if known is not None and unknown:
            raise self.fail(
                f"has the unknown key {sorted(unknown)[0]!r}.",
                *keys,
                todo=f"Use: {', '.join(sorted(known))}.",
            )
        return value

    def _text(self, value: Any, *keys: str | int) -> str:
        if not isinstance(value, str):
            raise self.fail(f"{value!r} is no text.", *keys, todo="Write a sentence.")
        return value

    def _day(self, value: Any, *keys: str | int) -> date:
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.fail(f"{value!r} is no date.", *keys, todo="Write it as 2026-09-01.")
        return value

    def _source(self, key: str, value: Any) -> Source:
        fields = self._mapping(value, "sources", key, known=_SOURCE_KEYS)
        for needed in ("title", "url", "status", "read"):
            if not fields.get(needed):
                raise self.fail(f"has no {needed}.", "sources", key, todo=f"Add {needed}:.")
        if fields["status"] not in STATUSES:
            raise self.fail(
                f"has status {fields['status']!r}.",
                "sources",
                key,
                todo=f"Choose from: {', '.join(STATUSES)}.",
            )
        if not str(fields["url"]).startswith(("https://", "http://")):
            raise self.fail("has no web address.", "sources", key, todo="Begin with https://.")
        read = self._day(fields["read"], "sources", key, "read")
        return Source(key, fields["title"], fields["url"], fields["status"], read)

    def _named_sources(self, value: Any, *keys: str | int) -> tuple[str, ...]:
        if not value:
            raise self.fail("has no source.", *keys, todo="Add `source:` with a key of `sources:`.")
        names = tuple(value) if isinstance(value, list) else (value,)
        for name in names:
            if not isinstance(name, str) or name not in self.sources:
                raise self.fail(
                    f"names the source {name!r}, which is not in `sources:`.",
                    *keys,
                    todo="Add the source, or use one that is there.",
                )
        return names

    def _parameter(self, name: str, value: Any) -> Parameter:
        if not isinstance(name, str) or name in _TAKEN:
            raise self.fail(
                f"{name} is a word of the loader.", todo="Give the parameter another name."
            )
        if not _NAME.match(name):
            raise self.fail("is no name.", name, todo="Use small letters, digits and _.")
        fields = self._mapping(value, name, known=_PARAMETER_KEYS)
        if not fields.get("label"):
            raise self.fail("has no label.", name, todo="Add a Dutch `label:`.")
        if ("values" in fields) == ("rows" in fields):
            raise self.fail("needs either `values:` or `rows:`.", name, todo="Give one of the two.")
        if fields.get("informative", False) not in (True, False):
            raise self.fail("is `informative` in other words.", name, todo="Write true.")
        if "rows" in fields and (not isinstance(fields["rows"], dict) or not fields["rows"]):
            raise self.fail("has no rows.", name, todo="Give a dated series per word.")
        if "otherwise" in fields and "rows" not in fields:
            raise self.fail("has `otherwise` without rows.", name, todo="Remove it.")
        rows = {
            str(word): self._series(series, name, "rows", str(word))
            for word, series in (fields.get("rows") or {}).items()
        }
        values = self._series(fields["values"], name, "values") if "values" in fields else ()
        otherwise = self._otherwise(fields.get("otherwise"), name)
        everything = [*values, *otherwise, *(line for series in rows.values() for line in series)]
        kind = self._kind(name, everything)
        if kind is Kind.NUMBER and "unit" not in fields:
            raise self.fail(
                "has no unit.", name, todo='Add `unit:`; a bare number has `unit: "1"`.'
            )
        return Parameter(
            owner=self.owner,
            name=name,
            label=fields["label"],
            unit="" if kind is not Kind.NUMBER else str(fields["unit"]),
            kind=kind,
            values=_with_kind(values, kind),
            rows={word: _with_kind(series, kind) for word, series in rows.items()},
            otherwise=_with_kind(otherwise, kind),
            informative=bool(fields.get("informative", False)),
        )

    def _kind(self, name: str, lines: list[DatedValue]) -> Kind:
        kinds = set()
        for line in lines:
            match line.node:
                case Number():
                    kinds.add(Kind.NUMBER)
                case Day():
                    kinds.add(Kind.DAY)
                case Choose():
                    kinds.add(Kind.CHOICE)
        if len(kinds) > 1:
            raise self.fail("mixes numbers, days and words.", name, todo="Use one kind.")
        return kinds.pop() if kinds else Kind.NUMBER

    def _otherwise(self, value: Any, name: str) -> Series:
        if value is None:
            return ()
        if isinstance(value, dict):
            value = [{"from": date(1900, 1, 1), **value}]
        return self._series(value, name, "otherwise")

    def _series(self, value: Any, *keys: str) -> Series:
        if not isinstance(value, list) or not value:
            raise self.fail(
                "has no dated lines.", *keys, todo="Write `- {from: …, value: …, source: …}`."
            )
        lines = [self._line(item, *keys, index) for index, item in enumerate(value)]
        for index, (earlier, later) in enumerate(pairwise(lines), 1):
            if later.since <= earlier.since:
                raise self.fail(
                    f"goes back in time at {later.since}.",
                    *keys,
                    index,
                    todo="Order the lines by `from`, each day once.",
                )
            if earlier.until and earlier.until >= later.since:
                raise self.fail(
                    f"has two values on {later.since}.",
                    *keys,
                    index,
                    todo="Let `until` end before the next `from`, or leave it out.",
                )
        return tuple(lines)

    def _line(self, value: Any, *keys: str | int) -> DatedValue:
        fields = self._mapping(value, *keys, known=_VALUE_KEYS)
        if "from" not in fields:
            raise self.fail("has no `from`.", *keys, todo="Add the first day it holds.")
        given = [key for key in ("value", "unknown", "absent") if key in fields]
        if len(given) != 1:
            raise self.fail(
                "needs one of `value`, `unknown` and `absent`.", *keys, todo="Give exactly one."
            )
        sources = self._named_sources(fields.get("source"), *keys)
        if "settle" in fields and given != ["unknown"] and "disputed" not in fields:
            raise self.fail("has `settle` without a doubt.", *keys, todo="Remove it.")
        until = fields.get("until")
        since = self._day(fields["from"], *keys)
        if until is not None and self._day(until, *keys) < since:
            raise self.fail("ends before it begins.", *keys, todo="Mend `until`.")
        return DatedValue(
            since=since,
            node=self._value_node(fields, given[0], sources, *keys),
            sources=sources,
            until=until,
            note=self._text(fields.get("note", ""), *keys),
            disputed=self._text(fields.get("disputed", ""), *keys),
            corrected=self._corrected(fields.get("corrected"), *keys),
            settle=self._text(fields.get("settle", ""), *keys),
        )

    def _corrected(self, value: Any, *keys: str | int) -> Correction | None:
        if value is None:
            return None
        fields = self._mapping(value, *keys, known=_CORRECTED_KEYS)
        if set(fields) != _CORRECTED_KEYS:
            raise self.fail("is corrected in part.", *keys, todo="Give on, was and why.")
        return Correction(
            self._day(fields["on"], *keys),
            self._scalar_node(fields["was"], *keys),
            self._text(fields["why"], *keys),
        )

    def _bound(self, value: Any, *keys: str | int) -> Decimal | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise self.fail(f"has the bound {value!r}.", *keys, todo="Give a number.")
        return Decimal(value)

    def _value_node(
        self, fields: dict[str, Any], given: str, sources: tuple[str, ...], *keys: str | int
    ) -> Node:
        value = fields[given]
        bounds = [self._bound(fields.get(key), *keys) for key in ("at_least", "at_most")]
        if given != "unknown" and any(bound is not None for bound in bounds):
            raise self.fail("has bounds beside a value.", *keys, todo="Bounds belong to `unknown`.")
        if bounds[0] is not None and bounds[1] is not None and bounds[0] > bounds[1]:
            raise self.fail("has its bounds reversed.", *keys, todo="Mend `at_least`.")
        if given == "absent":
            if value is not True:
                raise self.fail("has `absent` that is not true.", *keys, todo="Write true.")
            return Nothing(Kind.NUMBER)
        if given == "unknown":
            if not isinstance(value, str) or not value.strip():
                raise self.fail("is unknown without a reason.", *keys, todo="Say why.")
            return UnknownInLaw(
                Kind.NUMBER, value, self.sources[sources[0]].url, bounds[0], bounds[1]
            )
        return self._scalar_node(value, *keys)

    def _scalar_node(self, value: Any, *keys: str | int) -> Node:
        if isinstance(value, bool) or value is None:
            raise self.fail(f"has the value {value}.", *keys, todo="Give a number, day or word.")
        if isinstance(value, (int, Decimal)):
            if not Decimal(value).is_finite():
                raise self.fail("has no finite value.", *keys, todo="Give a number.")
            return Number(Decimal(value))
        if isinstance(value, datetime):
            raise self.fail("has a day with an hour.", *keys, todo="Write it as 2026-09-01.")
        if isinstance(value, date):
            return Day(value)
        if isinstance(value, str):
            return Choose(value)
        raise self.fail(f"has the value {value!r}.", *keys, todo="Give a number, day or word.")

    def _exists(self, value: Any, *keys: str) -> Existence:
        fields = self._mapping(value, *keys, known=frozenset(("from", "until", "source")))
        (source, *_) = self._named_sources(fields.get("source"), *keys)
        since, until = fields.get("from"), fields.get("until")
        for day in (since, until):
            if day is not None:
                self._day(day, *keys)
        return Existence(since, until, source)

    def _doubt(self, value: Any, index: int) -> Doubt:
        fields = self._mapping(value, "doubts", index, known=_DOUBT_KEYS)
        for day in (fields.get("from"), fields.get("until")):
            if day is not None:
                self._day(day, "doubts", index)
        if not fields.get("why") or not fields.get("about"):
            raise self.fail(
                "lacks `about` or `why`.", "doubts", index, todo="Say what is open and why."
            )
        about = fields["about"]
        return Doubt(
            tuple(about) if isinstance(about, list) else (about,),
            fields["why"],
            self._named_sources(fields.get("source"), "doubts", index),
            fields.get("from"),
            fields.get("until"),
            self._text(fields.get("settle", ""), "doubts", index),
        )

    def _change(self, value: Any, index: int) -> Change:
        fields = self._mapping(value, "history", index, known=_CHANGE_KEYS)
        for needed in ("on", "change"):
            if not fields.get(needed):
                raise self.fail(f"has no `{needed}`.", "history", index, todo="Add it.")
        keys = ("history", index)
        about = fields.get("about", [])
        names = about if isinstance(about, list) else [about]
        return Change(
            self._day(fields["on"], *keys),
            self._text(fields["change"], *keys),
            self._text(fields.get("gained", ""), *keys),
            self._text(fields.get("lost", ""), *keys),
            self._named_sources(fields.get("source"), *keys),
            tuple(self._text(name, *keys) for name in names),
        )


def _with_kind(series: Series, kind: Kind) -> Series:
    """Lines whose unknown and absent nodes have the kind of the other lines."""
    return tuple(
        replace(line, node=replace(line.node, kind=kind))
        if isinstance(line.node, (UnknownInLaw, Nothing)) and line.node.kind is not kind
        else line
        for line in series
    )


@cache
def _read(path: Path) -> Parameters:
    return _Reader(path).read()


def load_parameters(rule_file: str) -> Parameters:
    """The parameters beside a rule file: `p = load_parameters(__file__)`.

    Raises RuleError with file, key and line for anything that is not as it should be.
    """
    return _read(Path(rule_file).with_name("parameters.yaml"))
