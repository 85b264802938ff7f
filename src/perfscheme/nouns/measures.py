"""Measures: all that the evidence of a scheme is made of, tables, calendars and panels too, under one name."""

from __future__ import annotations

from perfscheme.nouns.evidence.amounts import Between, Stage, Stages
from perfscheme.nouns.evidence.calendars import Calendar, DayOfWeek, SpecialDay
from perfscheme.nouns.evidence.columns import DurationColumn, FlagColumn, NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.evidence.conditions import AllOfRow, AnyOfRow, ColumnIs, ColumnMissing, NotThatRow
from perfscheme.nouns.evidence.evidence import Evidence
from perfscheme.nouns.evidence.measures import (
    Count,
    Distinct,
    Largest,
    Latest,
    Mean,
    Median,
    Only,
    Percentile,
    Ratio,
    Share,
    ShareOfSubjects,
    Smallest,
    Sum,
)
from perfscheme.nouns.evidence.panels import LabelScore, Leniency, Merge, Panel, PanelItem, Relation, TrimmedMean
from perfscheme.nouns.evidence.tables import LeaveOut, Table

__all__ = [
    "AllOfRow",
    "AnyOfRow",
    "Between",
    "Calendar",
    "ColumnIs",
    "ColumnMissing",
    "Count",
    "DayOfWeek",
    "Distinct",
    "DurationColumn",
    "Evidence",
    "FlagColumn",
    "LabelScore",
    "Largest",
    "Latest",
    "LeaveOut",
    "Leniency",
    "Mean",
    "Median",
    "Merge",
    "NotThatRow",
    "NumberColumn",
    "Only",
    "Panel",
    "PanelItem",
    "Percentile",
    "Ratio",
    "Relation",
    "Share",
    "ShareOfSubjects",
    "Smallest",
    "SpecialDay",
    "Stage",
    "Stages",
    "Sum",
    "Table",
    "TextColumn",
    "TimeColumn",
    "TrimmedMean",
]
