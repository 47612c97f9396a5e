"""How much a command says of its work: nothing (--quiet), each step (--verbose), and all of it into a file (--log-file)."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import logging

QUIET, LOGGED = "backfile.quiet", "backfile.logged"
_NAME = "backfile.cli"
_FORM = "%(asctime)s %(levelname)s %(message)s"


def talk_options() -> list[click.Parameter]:
    """The options, which every verb has."""
    return [
        click.Option(
            ["-q", "--quiet"], is_flag=True, expose_value=False, callback=_hush, help="Say nothing of the work on stderr."
        ),
        click.Option(
            ["-v", "--verbose"], count=True, expose_value=False, callback=_report, help="Say each file begun; -vv each capture."
        ),
        click.Option(
            ["--log-file"], metavar="FILE", type=click.Path(dir_okay=False), expose_value=False, callback=_write_log,
            help="Write what is said of the work, with times, to the end of this file.",
        ),
    ]  # fmt: skip


def is_quiet() -> bool:
    """Whether the command that runs was asked to say nothing of its work."""
    context = click.get_current_context(silent=True)
    return context is not None and QUIET in context.meta


def note(line: str) -> None:
    """Put into the log file what is told, where there is one."""
    context = click.get_current_context(silent=True)
    if context is not None and LOGGED in context.meta:
        import logging

        logging.getLogger(_NAME).info("%s", line)


def _hush(context: click.Context, _option: click.Parameter, is_given: bool) -> None:
    if is_given:
        context.meta[QUIET] = True


def _report(context: click.Context, _option: click.Parameter, times: int) -> None:
    if not times:
        return
    import logging

    handler = logging.StreamHandler()
    handler.addFilter(lambda record: record.name != _NAME)  # that is said already
    _listen(context, handler, logging.INFO if times == 1 else logging.DEBUG)


def _write_log(context: click.Context, option: click.Parameter, path: str | None) -> None:
    if path is None:
        return
    import logging

    try:
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        raise click.BadParameter(f"{path} cannot be written: {error.strerror}", context, option) from error
    handler.setFormatter(logging.Formatter(_FORM))
    context.meta[LOGGED] = True
    _listen(context, handler, logging.INFO)


def _listen(context: click.Context, handler: "logging.Handler", level: int) -> None:
    """Hand what Backfile logs to the handler, until the command ends."""
    import logging

    logger = logging.getLogger("backfile")
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(min(level, before or level))

    @context.call_on_close
    def _leave() -> None:
        logger.removeHandler(handler)
        logger.setLevel(before)
        handler.close()
