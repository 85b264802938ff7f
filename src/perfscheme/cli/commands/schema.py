"""`perfscheme schema`: the JSON Schema by which an editor completes and explains a scheme file."""

from __future__ import annotations

import json

import click

from perfscheme.cli.files import deliver
from perfscheme.cli.options import CLEAN, output_option, reporting
from perfscheme.diagnostics import Language
from perfscheme.reference.schemas import json_schema


@click.command("schema")
@output_option
@reporting
def schema(output: str | None, lang: Language) -> int:
    """Write the JSON Schema of scheme files, for editors, described in the language of --lang.

    An editor with a YAML language server uses it where the first line of a scheme says so:
    `# yaml-language-server: $schema=perfscheme-1.en.json`.
    """
    deliver([json.dumps(json_schema(lang=lang), ensure_ascii=False, indent=1), "\n"], output)
    return CLEAN
