"""backfile serve: the reader site."""

import socket
from pathlib import Path
from typing import Any

import click

from backfile.cli.options import archive_option, whole_number
from backfile.cli.output import tell
from backfile.cli.verb import verb
from backfile.errors import BackfileError, ExtraMissing

HOST, PORT = "127.0.0.1", 8610


@verb("backfile serve --archive back", "backfile serve --archive back --host 0.0.0.0 --port 80")
@archive_option
@click.option("--host", metavar="HOST", default=HOST, help=f"The address to listen at; {HOST} if not given.")
@click.option(
    "--port", metavar="PORT", default=PORT, type=whole_number(0, 65_535),
    help=f"The port, 0 for any free one; {PORT} if not given.",
)  # fmt: skip
def serve(archive: Path, host: str, port: int) -> None:
    """Serve an archive to browsers until Ctrl-C."""
    open_app, uvicorn = _load_site()
    from backfile.site.patient_http import PatientProtocol, allow_connections

    app = open_app(archive)
    allow_connections()
    with _listen(host, port) as listener:
        config = uvicorn.Config(app, loop="uvloop", http=PatientProtocol, log_level="warning", access_log=False)
        name = f"[{host}]" if ":" in host else host
        tell(f"Serving the archive {archive} at http://{name}:{listener.getsockname()[1]}/ until Ctrl-C")
        try:
            uvicorn.Server(config).run(sockets=[listener])
        except KeyboardInterrupt:
            tell("Stopped.")


def _load_site() -> tuple[Any, Any]:
    """What serves; raises ExtraMissing where that is not installed."""
    try:
        import httptools  # noqa: F401
        import uvicorn
        import uvloop  # noqa: F401

        from backfile.site import open_app
    except ModuleNotFoundError as error:
        raise ExtraMissing("the reader site", (error.name or "a package").partition(".")[0], "site") from error
    return open_app, uvicorn


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        message = f"cannot listen there: {error.strerror or error}; choose another with --port or --host"
        raise BackfileError(message, f"{host}:{port}") from error
