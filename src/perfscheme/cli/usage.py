"""Usage: commands and options whose help, and what is wrong with a call of them, stand in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO, Any, Final, NoReturn, TypeVar

import click

from perfscheme.cli.calls import asked
from perfscheme.diagnostics import Diagnostic, Text, nearest, render
from perfscheme.diagnostics.widths import columns

TERMS: Final = 28
"""So many columns stand before what is said of an option; a longer one has a line of its own."""

USAGE: Final = Text(zh="用法：{call}", en="Usage: {call}")
OPTIONS: Final = Text(zh="选项：", en="Options:")
COMMANDS: Final = Text(zh="命令：", en="Commands:")
HELP: Final = Text(zh="显示此帮助后退出。", en="Show this message and exit.")
CALL: Final[Mapping[str, Text]] = {
    "[OPTIONS]": Text(zh="[选项]", en="[OPTIONS]"),
    "COMMAND [ARGS]...": Text(zh="命令 [参数]...", en="COMMAND [ARGS]..."),
}
Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class WrongUsage(click.UsageError):
    """A call that cannot be understood: told with how the command is called."""

    def __init__(self, code: str, context: click.Context, **facts: object) -> None:
        diagnostic = Diagnostic(code, (), {"command": context.command_path, **facts})
        self.said = f"{context.get_usage()}\n{render(diagnostic, lang=context.obj)}"
        super().__init__(diagnostic.message(context.obj), context)

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on standard error."""
        click.echo(self.said, file=file, err=True)


class OneOf(click.Choice[str]):
    """A word out of several."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word.

        Raises:
            WrongUsage: it is none of them.
        """
        if ctx is not None and param is not None and value not in self.choices:
            known = tuple(self.choices)
            near = nearest(value, known)
            raise WrongUsage("PS447", ctx, option=param.opts[-1], found=value, known=known, nearest=near)
        return super().convert(value, param, ctx)


class SpokenOption(click.Option):
    """An option that says what it is for in Chinese and English."""

    def __init__(self, *declared: Any, says: Text, **settings: Any) -> None:
        self.says = says
        super().__init__(*declared, **settings | {"help": says.say("en")})


class Spoken(click.Command):
    """A command that says what it does, and what is wrong with a call of it, in Chinese and English."""

    allow_extra_args = True  # so that they are told here

    def __init__(self, *settings: Any, says: Text, **others: Any) -> None:
        self.says = says
        super().__init__(*settings, **others | {"help": says.say("en")})

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of a call, which knows the language."""
        if parent is None:
            extra["obj"] = asked(args)
        return super().make_context(info_name, args, parent, **extra)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands behind the command.

        Raises:
            WrongUsage: it cannot be understood.
        """
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            _retold(error, ctx)
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise WrongUsage("PS446", ctx, found=tuple(rest))
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How it is called."""
        pieces = (CALL[piece].say(ctx.obj) if piece in CALL else piece for piece in self.collect_usage_pieces(ctx))
        formatter.write(USAGE.say(ctx.obj).format(call=" ".join([ctx.command_path, *pieces])) + "\n")

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How it is called, what it does, and its options."""
        from perfscheme.scheme.layout import wrap  # who runs a command does without the rest of its floor

        self.format_usage(ctx, formatter)
        for paragraph in self.says.say(ctx.obj).split("\n\n"):
            formatter.write("\n" + "".join(f"{line}\n" for line in wrap(paragraph, indent=2)))
        formatter.write(f"\n{OPTIONS.say(ctx.obj)}\n")
        for option in self.get_params(ctx):
            if (record := option.get_help_record(ctx)) is not None and isinstance(option, click.Option):
                says = option.says if isinstance(option, SpokenOption) else HELP
                formatter.write(_term(record[0], says.say(ctx.obj)))


class SpokenGroup(Spoken, click.Group):
    """A group of commands that say what they do in Chinese and English."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called.

        Raises:
            WrongUsage: there is none of that name.
        """
        known = self.list_commands(ctx)
        if args[0] not in known and not ctx.resilient_parsing:
            raise WrongUsage("PS441", ctx, found=args[0], known=tuple(known), nearest=nearest(args[0], known))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The same as of a command, and what each of its commands does."""
        super().format_help(ctx, formatter)
        formatter.write(f"\n{COMMANDS.say(ctx.obj)}\n")
        for name in self.list_commands(ctx):
            if isinstance(command := self.get_command(ctx, name), Spoken):
                formatter.write(_term(name, command.says.say(ctx.obj).partition("\n\n")[0], room=10))


def command(name: str, *, zh: str, en: str) -> Callable[[Callable[..., Any]], Spoken]:
    """Make a function a command; its help has paragraphs with an empty line between them, the first is a sentence."""
    return click.command(name, cls=Spoken, says=Text(zh=zh, en=en))


def option(*declared: str, zh: str, en: str, **settings: Any) -> Callable[[Decorated], Decorated]:
    """Give a command an option."""
    return click.option(*declared, cls=SpokenOption, says=Text(zh=zh, en=en), **settings)


def _term(term: str, said: str, *, room: int = TERMS) -> str:
    """A term and what is said of it, beside it where there is room."""
    from perfscheme.scheme.layout import wrap  # as above

    lines = wrap(said, indent=room + 2)
    if columns(term) + 2 > room:
        return "".join(f"{line}\n" for line in (f"  {term}", *lines))
    return "".join(f"{line}\n" for line in (f"  {term}".ljust(room + 2) + lines[0].lstrip(), *lines[1:]))


def _retold(error: click.UsageError, context: click.Context) -> NoReturn:
    """What click finds wrong, in the library's words."""
    match error:
        case click.NoSuchOption(option_name=name):
            known = [sign for option in context.command.get_params(context) for sign in option.opts]
            raise WrongUsage("PS442", context, found=name, nearest=nearest(name, known)) from None
        case click.MissingParameter(param=click.Option() as missing):
            raise WrongUsage("PS443", context, name=missing.opts[-1]) from None
        case click.MissingParameter(param=click.Argument() as missing):
            raise WrongUsage("PS443", context, name=missing.human_readable_name) from None
        case click.BadOptionUsage(option_name=name):
            flags = [sign for option in context.command.get_params(context) if _is_flag(option) for sign in option.opts]
            raise WrongUsage("PS445" if name in flags else "PS444", context, option=name) from None
    raise error


def _is_flag(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and parameter.is_flag
