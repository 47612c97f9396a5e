"""backfile serve: the reader site."""

import re
import socket
from functools import partial
from pathlib import Path
from typing import Any

import click

from backfile.cli.options import Parsed, archive_option, site_option, whole_number
from backfile.cli.output import tell
from backfile.cli.verb import verb
from backfile.errors import BackfileError, ExtraMissing

HOST, PORT = "127.0.0.1", 8610
_MOST_WORKERS = 64


def _root(text: str) -> str:
    if not re.fullmatch(r"(?:/[\w.~-]+)*/?", text, re.ASCII):
        raise ValueError(f'{text!r} is no path: write "/archive"')
    return text.rstrip("/")


@verb(
    "backfile serve --archive back",
    "backfile serve --archive back --site site.toml --host 0.0.0.0 --port 80",
    "backfile serve --archive back --root-path /archive --behind 127.0.0.1 --workers 4",
)
@archive_option
@click.option("--host", metavar="HOST", default=HOST, help=f"The address to listen at; {HOST} if not given.")
@click.option(
    "--port", metavar="PORT", default=PORT, type=whole_number(0, 65_535),
    help=f"The port, 0 for any free one; {PORT} if not given.",
)  # fmt: skip
@site_option
@click.option(
    "--root-path", metavar="PATH", default="", type=Parsed("path", _root),
    help="The path that the site stands under, which the proxy before it takes off.",
)  # fmt: skip
@click.option(
    "--behind", metavar="ADDRESSES", help="Proxies, with commas between them, whose X-Forwarded-For and -Proto hold."
)
@click.option(
    "--workers",
    metavar="N",
    default=1,
    type=whole_number(1, _MOST_WORKERS),
    help="Processes that answer; 1 if not given.",
)
@click.option("--log", "logged", is_flag=True, help="Write what is read to stderr, without addresses and queries.")
@click.option("--log-readers", is_flag=True, help="Write readers' addresses and queries too.")
def serve(archive: Path, host: str, port: int, logged: bool, log_readers: bool, **more: Any) -> None:
    """Serve an archive to browsers until Ctrl-C."""
    served_type, serve_site = _load_site()
    served = served_type(archive, log="readers" if log_readers else "pages" if logged else None, **more)
    with _listen(host, port) as listener:
        name = f"[{host}]" if ":" in host else host
        words = f"Serving the archive {archive} at http://{name}:{listener.getsockname()[1]}/ until Ctrl-C"
        try:
            serve_site(served, listener, partial(tell, words))
        except KeyboardInterrupt:
            tell("Stopped.")


def _load_site() -> tuple[Any, Any]:
    """What serves; raises ExtraMissing where that is not installed."""
    try:
        import httptools  # noqa: F401
        import uvloop  # noqa: F401

        from backfile.site.serving import Served, serve_site
    except ModuleNotFoundError as error:
        raise ExtraMissing("the reader site", (error.name or "a package").partition(".")[0], "site") from error
    return Served, serve_site


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        message = f"cannot listen there: {error.strerror or error}; choose another with --port or --host"
        raise BackfileError(message, f"{host}:{port}") from error
