"""Files: schemes, data and results, found, read and written, with every failure in the library's own words."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import click

from perfscheme.diagnostics import Diagnostic, InputError, Text, nearest
from perfscheme.reading import gallery, load
from perfscheme.reading.gallery import SUFFIX, near
from perfscheme.scheme import Scheme

STANDARD = "-"
# The system says these in its own language; any other reason is told in the system's words.
REASONS: Final[Mapping[int, Text]] = {
    errno.ENOENT: Text(zh="没有这个文件或文件夹", en="there is no such file or folder"),
    errno.ENOTDIR: Text(zh="路径中有一段不是文件夹", en="a part of the path is no folder"),
    errno.EISDIR: Text(zh="这是文件夹，不是文件", en="it is a folder, not a file"),
    errno.EACCES: Text(zh="没有权限", en="permission is denied"),
    errno.EROFS: Text(zh="此处只能读取", en="this place can only be read"),
    errno.ENOSPC: Text(zh="磁盘已满", en="the disk is full"),
}


def read(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if name == STANDARD else Path(name).read_bytes()
    except OSError as error:
        raise failure("PS401", name, error) from None


def scheme_files(names: Iterable[str]) -> list[str]:
    """The files that are meant: those named, and every scheme below a folder that is named, hidden folders left out.

    Raises:
        InputError: a folder holds no scheme.
    """
    found: list[str] = []
    for name in names:
        folder = Path(name)
        if not folder.is_dir():
            found.append(name)
            continue
        below = sorted(
            path
            for path in folder.rglob(f"*{SUFFIX}")
            if not any(part.startswith(".") for part in path.relative_to(folder).parts)
        )
        if not below:
            raise InputError(Diagnostic("PS407", (), {"file": name, "suffix": SUFFIX}))
        found += map(str, below)
    return list(dict.fromkeys(found))


def scheme_of(name: str) -> Scheme:
    """The scheme of a file, or the shipped one of that name.

    Raises:
        SchemeError: everything that is wrong with it.
        InputError: there is no such scheme, or it cannot be read.
    """
    try:
        return load(path_of(name))
    except OSError as error:
        raise failure("PS401", name, error) from None


def path_of(name: str) -> Path:
    """The file of that name, or of the shipped scheme of that name.

    Raises:
        InputError: there is no such scheme.
    """
    path = Path(name)
    if path.exists():
        return path
    shipped = gallery()
    if name not in shipped:
        facts = {"scheme": name, "known": tuple(shipped), "nearest": near(name) or nearest(name, shipped)}
        raise InputError(Diagnostic("PS406", (), facts))
    return Path(shipped[name])


def deliver(pieces: Iterable[str], output: str | None, *, spreadsheet: bool = False) -> None:
    """Write a result to a file, or to standard output, each piece as soon as it is there.

    Args:
        pieces: the result.
        output: the file; None for standard output.
        spreadsheet: a file begins with a byte order mark, by which spreadsheets know UTF-8; standard output goes to
            a terminal or to programs, which would take the mark for a part of the first header.

    Raises:
        InputError: the file cannot be written.
    """
    if output is not None:
        try:
            with Path(output).open("w", encoding="utf-8-sig" if spreadsheet else "utf-8", newline="") as file:
                file.writelines(pieces)
        except OSError as error:
            raise failure("PS402", output, error) from None
        return
    for piece in pieces:
        click.echo(piece, nl=False, color=True)


def failure(code: str, name: str, error: OSError) -> InputError:
    """What the operating system said about a file."""
    reason = REASONS.get(error.errno or 0, error.strerror or str(error))
    meant = near(name) if error.errno == errno.ENOENT else None
    return InputError(Diagnostic(code, (), {"file": name, "reason": reason, "nearest": meant}))
