"""The pytest plugin: a file named `*.scheme.yaml` is a test that checks it, and one for each of its examples.

It is loaded by every pytest run where the library is installed, so until such a file is met it imports nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from perfscheme.diagnostics import Diagnostic
    from perfscheme.scheme.trials import Trial

SUFFIXES = (".scheme.yaml", ".scheme.yml")
SWITCH = "perfscheme_collect"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the setting that switches the plugin off."""
    parser.addini(SWITCH, "collect *.scheme.yaml files as tests", type="bool", default=True)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> SchemeFile | None:
    """Take scheme files, and no other YAML."""
    if not file_path.name.endswith(SUFFIXES) or not parent.config.getini(SWITCH):
        return None
    return SchemeFile.from_parent(parent, path=file_path)


class Findings(Exception):
    """What a scheme file is blamed for, as it is to be printed."""


class SchemeFile(pytest.File):
    """A scheme file."""

    def collect(self) -> Iterator[pytest.Item]:
        """The check of the file, and its examples where it can be loaded."""
        from perfscheme.diagnostics import SchemeError
        from perfscheme.reading.load import checks, decode, loads

        name = self.path.name
        try:
            text = decode(self.path.read_bytes(), name=name)
        except SchemeError as error:
            yield SchemeItem.from_parent(self, name="check", text=error.text, problems=error.diagnostics)
            return
        problems = checks(text)
        yield SchemeItem.from_parent(self, name="check", text=text, problems=problems)
        if not any(problem.severity == "error" for problem in problems):
            for trial in loads(text, name=name).check_examples():
                yield ExampleItem.of(self, trial, text)


class SchemeItem(pytest.Item):
    """Something that a scheme file is to be free of problems in; notes are no problems."""

    def __init__(self, *, text: str | None, problems: list[Diagnostic], **fields: Any) -> None:
        super().__init__(**fields)
        self._text, self._problems = text, problems

    def runtest(self) -> None:
        """Fail with every problem."""
        from perfscheme.diagnostics import preferred, render

        wrong = [problem for problem in self._problems if problem.severity != "note"]
        if wrong:
            raise Findings(
                "\n".join(render(problem, text=self._text, name=self.path.name, lang=preferred()) for problem in wrong)
            )

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings alone: a designer has no use for a traceback."""
        if isinstance(excinfo.value, Findings):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the first problem is."""
        places = [problem.span.start.line for problem in self._problems if problem.span is not None]
        # pytest takes a dot in this text for a boundary between names.
        return self.path, min(places, default=0), self.name.replace(".", "·")


class ExampleItem(SchemeItem):
    """One example of a scheme."""

    _trial: Trial

    @classmethod
    def of(cls, parent: SchemeFile, trial: Trial, text: str) -> ExampleItem:
        """The test of an example, its problems placed in the text of the scheme."""
        from perfscheme.diagnostics import preferred
        from perfscheme.reading.load import locate

        name, problems = trial.example.name.say(preferred()), locate(trial.problems, text)
        item: ExampleItem = cls.from_parent(parent, name=name, text=text, problems=problems)
        item._trial = trial
        return item

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What differs, and how the score came about."""
        from perfscheme.diagnostics import preferred

        told = super().repr_failure(excinfo, style)
        card = self._trial.card
        if not isinstance(excinfo.value, Findings) or card is None:
            return told
        return f"{told}\n\n{card.explain(preferred())}"
