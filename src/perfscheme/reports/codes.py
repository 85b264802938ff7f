"""Codes: for each thing that can be wrong a page, with what it means, a mistake that gives it, and what to write."""

from __future__ import annotations

from perfscheme.diagnostics import LANGUAGES, Language, render
from perfscheme.diagnostics.catalogue import MESSAGES, meaning
from perfscheme.reading.mistakes import shown
from perfscheme.reports.wording import word
from perfscheme.scheme.layout import wrap

WIDTH = 80


def example(code: str, lang: Language) -> str | None:
    """A line with the mistake and what is told about it, as `perfscheme check` prints it."""
    found = shown(code)
    return None if found is None else render(found[1], text=found[0], name=None, lang=lang)


def code_page(code: str, lang: Language) -> str:
    """The page of a code, for a terminal."""
    lines = [code, *wrap(meaning(code, lang), width=WIDTH)]
    said = example(code, lang)
    if said is not None:
        head, *frame = said.split("\n")
        lines += ["", word("mistake", lang), *("  " + line for line in frame), "", word("is-told", lang)]
        lines += wrap(head, indent=2, hanging=4, width=WIDTH)
    return "\n".join(lines) + "\n"


def code_list(lang: Language) -> str:
    """Every code with its sentence."""
    return "".join(
        "\n".join(wrap(f"{code}  {meaning(code, lang)}", hanging=7, width=WIDTH)) + "\n" for code in _codes()
    )


def codes_markdown() -> str:
    """All pages as one Markdown document, in both languages; what a sentence quotes stays code."""
    blocks = ["# Codes · 代码", *(word("codes-said", lang) for lang in LANGUAGES)]
    for code in _codes():
        blocks.append(f"## {code}")
        for lang in LANGUAGES:
            blocks.append(meaning(code, lang))
            said = example(code, lang)
            if said is not None:
                blocks.append(f"```text\n{said}\n```")
    return "\n\n".join(blocks) + "\n"


def _codes() -> list[str]:
    return sorted(MESSAGES)
