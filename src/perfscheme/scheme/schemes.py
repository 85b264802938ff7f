"""Schemes: a tree of nouns with a name, stated once, that scores records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from perfscheme.diagnostics import Diagnostic, InputError, SchemeError, Text
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.entries import listed
from perfscheme.nouns.evidence.evidence import Evidence
from perfscheme.nouns.examples import Example
from perfscheme.nouns.fitness import misfits
from perfscheme.nouns.grades import Grade, Ladder
from perfscheme.nouns.inputs import InputSpec, range_of, range_problems
from perfscheme.nouns.roundings import TotalRounding
from perfscheme.nouns.rules.named import NamedRule, rules_of
from perfscheme.nouns.sections import Section, sections_of
from perfscheme.nouns.shapes import Keyed
from perfscheme.nouns.sources import Source, text_or_none
from perfscheme.nouns.units import Range
from perfscheme.nouns.waivers import Waiver, waivers
from perfscheme.scheme.identity import Effective, Period, content_hash
from perfscheme.scheme.intake import read_record
from perfscheme.scheme.needs import needs
from perfscheme.scheme.slips import slips
from perfscheme.scheme.statement import Statement
from perfscheme.scheme.stating import state
from perfscheme.scheme.subjects import Subject, subject_text, subject_texts

if TYPE_CHECKING:
    from perfscheme.evidence.measuring import Measuring
    from perfscheme.scheme.boards import Scoreboard
    from perfscheme.scheme.cards import Scorecard
    from perfscheme.scheme.compiled import Compiled
    from perfscheme.scheme.measurements import Measurement
    from perfscheme.scheme.trials import Trial

Frame = TypeVar("Frame")


@attrs.frozen(slots=False, repr=False, cache_hash=True)
class Scheme:
    """A performance plan.

    Args:
        scheme: its id.
        score: the root of the tree, which is `root` from then on.
        version: of the plan, as its authors number it; None where they do not.
        name: for people.
        effective: from when to when it holds.
        period: what one score is for: month, quarter, half-year or year.
        description: for people.
        owner: who answers for it.
        sections: what it says beside its arithmetic: background, incentives, who brings it about.
        inputs: inputs that more than one noun reads, or conditions only; those that a single indicator reads in its
            own unit need no entry. They are `declared` from then on; `inputs` has all.
        rounding: of the total.
        scale: the lowest and the highest total that are meant to be possible; it limits nothing, but lints hold the
            scheme to it.
        rules: on the total and the grade, in the order in which they act.
        grades: best first; empty: the total is the result.
        examples: records with expected results.
        evidence: the tables and measures that the inputs come from, where the scheme says so.
        sources: where figures come from that stand at no indicator.
        waive: lints that do not apply anywhere in it, by code, with the reason.

    Raises:
        SchemeError: everything that is wrong with the scheme.
    """

    scheme: str
    root: Dimension = attrs.field(alias="score")
    version: str | None = None
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    effective: Effective | None = attrs.field(default=None, kw_only=True)
    period: Period | None = attrs.field(default=None, kw_only=True)
    description: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    owner: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    sections: Keyed[Section] = attrs.field(default=(), converter=sections_of, kw_only=True)
    declared: Keyed[InputSpec] = attrs.field(default=(), converter=listed, kw_only=True, alias="inputs")
    rounding: TotalRounding | None = attrs.field(default=None, kw_only=True)
    scale: Range | None = attrs.field(default=None, converter=range_of, kw_only=True)
    rules: tuple[NamedRule, ...] = attrs.field(default=(), converter=rules_of, kw_only=True)
    grades: tuple[Grade, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    examples: tuple[Example, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    evidence: Evidence | None = attrs.field(default=None, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    waive: Keyed[Waiver] = attrs.field(default=(), converter=waivers, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if unfit := list(misfits(self)):
            raise SchemeError(unfit)  # what they would compute is not worth telling
        statement = self.statement
        errors = [problem for problem in statement.problems if problem.severity == "error"]
        errors += range_problems(self.scale, "scale")
        if not errors:
            errors += slips(self.examples, statement, self.grades)
            if self.evidence is not None:
                errors += [
                    _beside_input(found, statement) for found in self.evidence.misfits(statement.inputs, self.period)
                ]
        if errors:
            raise SchemeError(errors)

    @cached_property
    def ladder(self) -> Ladder | None:
        """The grades, or None where there are none."""
        return Ladder(self.grades) if self.grades else None

    @cached_property
    def statement(self) -> Statement:
        """The formula that the scheme makes up, stage by stage."""
        return state(self.root, inputs=self.declared, rules=self.rules, rounding=self.rounding, grades=self.grades)

    @cached_property
    def inputs(self) -> tuple[InputSpec, ...]:
        """Every input that a record must hold: key, name, unit, range or labels; and whether it is required.

        That nobody to whom the other inputs apply has a score without it is proved from the formula. What is not
        required may be None: a policy or default of the scheme says what becomes of it.
        """
        inputs = self.statement.inputs
        required = needs(inputs, self.statement.total)
        return tuple(attrs.evolve(spec, required=key in required) for key, spec in inputs.items())

    @cached_property
    def hash(self) -> str:
        """SHA-256 of all that can change a score or what is said of it, independent of key order and layout.

        Comments, examples, sections, sources and waivers are not in it.
        """
        return content_hash(self)

    def score(self, record: Any, *, subject: Subject | None = None) -> Scorecard:
        """Score one record, exactly.

        Args:
            record: a mapping or an object with attributes that has every declared input: a number (int, float,
                Decimal, Fraction, NumPy scalar, plain decimal text), a label, a flag; None or NaN for missing,
                `NOT_APPLICABLE` for what does not apply. A float is the decimal that prints it.
            subject: whose record it is: a text, or a whole number, which is kept as its text.

        Raises:
            InputError: everything that is wrong with the record.
        """
        if subject is not None:
            subject = subject_text(subject)
        compiled = self.compiled
        if type(record) is dict and (shortcut := compiled.shortcut) is not None:
            twice = compiled.spellings
            if (not twice or twice.isdisjoint(record)) and (found := shortcut(record)) is not None:
                return self._card.decided(self, record.copy(), found, subject)
        return self._card(self, read_record(self.statement.inputs, record), subject=subject)

    def score_many(
        self, data: Mapping[str, Any] | Iterable[Any], *, subjects: Iterable[Subject] | None = None
    ) -> Scoreboard:
        """Score a batch; each row gets exactly what `score` would give it.

        Args:
            data: a mapping of columns (arrays or sequences of one length), a data frame, or records.
                The board reads them again when a card is asked for: do not change them in between.
            subjects: whose rows they are, as in `score`.

        Raises:
            InputError: a column is missing, columns differ in length, or it is no batch. Faults of
                single rows are on the board.
        """
        from perfscheme.scheme.boards import score_many

        return score_many(self, data, subjects)

    def score_frame(self, frame: Frame, *, lang: str = "en") -> Frame:
        """Score every row of a frame; each gets exactly what `score` would give it.

        Args:
            frame: a frame of pandas, Polars or PyArrow, or a list of mappings, with a column for every input. A null
                and a NaN are missing; a blank text, and any other text that is no number, is a fault of its row.
            lang: of the problems, `zh`, `en`, or a tag of them like `zh-CN`.

        Returns:
            A new one of the same kind, rows and index as they were, with further columns: `total`, the float that
            prints it; `grade`; `points-ID` for every indicator and dimension but the root; `problems`, what is wrong
            with the row or why it has no score. Of what a row has not, there is a null.

        Raises:
            InputError: it is no frame (PS335), lacks an input (PS302), has a column twice (PS337), or already has one
                of the further columns (PS336).
            MissingLibraryError: narwhals is not installed, which comes with the extra `frames` (PS338).
            ValueError: `lang` is another language.

        >>> import perfscheme as ps
        >>> kindness = ps.Indicator("kindness", "points", better="higher", range=(0, 100), curve=ps.curves.AsIs())
        >>> lowest = ps.aggregations.Minimum(ps.missing.Refuse())
        >>> scheme = ps.Scheme("one", ps.Dimension(aggregation=lowest, children=[kindness]))
        >>> scheme.score_frame([{"who": "Ann", "kindness": 80}])
        [{'who': 'Ann', 'kindness': 80, 'total': 80.0, 'grade': None, 'points-kindness': 80.0, 'problems': None}]
        """
        from perfscheme.scheme.framed import score_frame

        return score_frame(self, frame, lang)

    def measuring(
        self, *, period: Any = None, subjects: Iterable[Subject] | None = None, keep: bool = True
    ) -> Measuring:
        """A measurement under way, for tables that come in chunks; `measured` gives what came of it.

        Args:
            period: as in `measure`.
            subjects: as in `measure`.
            keep: whether the chunks are kept, so that the rows behind a figure can be listed; else a table may be
                longer than the memory.

        Raises:
            InputError: the scheme has no evidence (PS649), or it is no period (PS646).
        """
        from perfscheme.evidence.measuring import Measuring
        from perfscheme.evidence.period import span_of

        if self.evidence is None:
            raise InputError(Diagnostic("PS649"))
        asked = None if subjects is None else list(subject_texts(subjects))
        return Measuring(self.evidence, span=span_of(period), subjects=asked, kind=self.period, keep=keep)

    def measured(self, measuring: Measuring) -> Measurement:
        """What came of a measurement under way."""
        from perfscheme.scheme.measurements import Measurement

        return Measurement(self, measuring)

    def measure(
        self, tables: Mapping[str, Any], *, period: Any = None, subjects: Iterable[Subject] | None = None
    ) -> Measurement:
        """Count the values of the inputs as the scheme's `evidence` says.

        Args:
            tables: by name, each a mapping of columns, a data frame, or records, one for each row, as in
                `score_many`.
            period: the days that count, for tables with a period column: `2026`, `2026-H1`, `2026-Q3`, `2026-07`, or
                a first and a last day; None: all. Ratings of panels are told for one whole period of the scheme's kind.
            subjects: whose values are asked for; None: of everybody who has a row.

        Returns:
            The values with the counts behind them. What is wrong with tables, columns and rows is among its problems,
            and the others are measured.

        Raises:
            InputError: the scheme has no evidence (PS649), it is no period (PS646), or one of the subjects is neither a
                text nor a whole number (PS318).
            MissingLibraryError: a table is a frame, and what reads it is not installed (PS338).
            TypeError: the tables do not come by name.
        """
        if not isinstance(tables, Mapping):
            raise TypeError(f"tables come as a mapping by their names in the scheme, not {type(tables).__name__}")
        measuring = self.measuring(period=period, subjects=subjects)
        for name, data in tables.items():
            measuring.add(str(name), data)
        measuring.missing(tables)
        return self.measured(measuring)

    def check_examples(self) -> tuple[Trial, ...]:
        """Score the scheme's own examples and compare."""
        from perfscheme.scheme.trials import trials

        return trials(self)

    @cached_property
    def grade_names(self) -> tuple[str, ...]:
        """Names of the grades by index, the worst first; empty where there are none."""
        return () if self.ladder is None else self.ladder.names

    @cached_property
    def compiled(self) -> Compiled:
        """What results and batches run on; it is the library's own, and may change with any version."""
        from perfscheme.scheme.compiled import Compiled

        return Compiled(self.statement)

    @cached_property
    def _card(self) -> type[Scorecard]:
        from perfscheme.scheme.cards import Scorecard  # who checks a scheme has no results to wait for

        return Scorecard

    def _arguments(self) -> dict[str, Any]:
        """What it is made of, as its maker calls it."""
        return {str(field.alias): getattr(self, field.name) for field in attrs.fields(Scheme)}

    def __repr__(self) -> str:
        return f"Scheme({', '.join(f'{name}={value!r}' for name, value in self._arguments().items())})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self._arguments(),)


def _restored(values: dict[str, Any]) -> Scheme:
    return Scheme(**values)


def _beside_input(found: Diagnostic, statement: Statement) -> Diagnostic:
    """What is wrong with the evidence, shown beside the input that it is of."""
    keys = [key for key in (found.facts.get("name"), *found.path[-1:]) if key in statement.inputs]
    whole = found.within("evidence")
    return attrs.evolve(whole, also=(*whole.also, *(statement.declarations[str(key)] for key in keys[:1])))
