"""`perfscheme schema`: the JSON Schema by which an editor completes and explains a scheme file."""

from __future__ import annotations

from perfscheme.cli.files import deliver
from perfscheme.cli.options import CLEAN, output_option, reporting
from perfscheme.cli.usage import command
from perfscheme.diagnostics import Language
from perfscheme.reference.schemas import schema_text


@command(
    "schema",
    zh="写出方案文件的 JSON Schema，供编辑器使用，说明文字按 --lang。\n\n"
    "方案第一行这样写时，带 YAML 语言服务的编辑器会使用它：`# yaml-language-server: $schema=perfscheme-1.zh.json`。",
    en="Write the JSON Schema of scheme files, for editors, described in the language of --lang.\n\n"
    "An editor with a YAML language server uses it where the first line of a scheme says so: "
    "`# yaml-language-server: $schema=perfscheme-1.en.json`.",
)
@output_option
@reporting
def schema(output: str | None, lang: Language) -> int:
    """Write the JSON Schema of scheme files."""
    deliver([schema_text(lang)], output)
    return CLEAN
