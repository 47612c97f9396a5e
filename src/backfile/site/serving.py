"""The site served: uvicorn with a listener of ours, in one process or in several."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp
from uvicorn.supervisors import Multiprocess

from backfile.site.access_log import AccessLog
from backfile.site.app import open_app
from backfile.site.patient_http import PatientProtocol, allow_connections


@dataclass(frozen=True)
class Served:
    """What is served, and how."""

    archive: Path
    site: Path | None = None
    """A site.toml."""
    root_path: str = ""
    """The path that the site stands under, which the proxy before it takes off: "/archive"."""
    behind: str | None = None
    """Addresses of proxies, with commas between them, whose X-Forwarded-For and -Proto are believed."""
    workers: int = 1
    log: str | None = None
    """None, "pages", or "readers"."""


def made(served: Served) -> ASGIApp:
    """The application, as each process makes it."""
    allow_connections()
    app = open_app(served.archive, site=served.site)
    return AccessLog(app, with_readers=served.log == "readers") if served.log else app


def serve_site(served: Served, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Answer at the listener until Ctrl-C. Raises ArchiveMissing, BackfileError; else says first that it is ready."""
    app = made(served)  # what is wrong is said once, and here
    ready()
    config = uvicorn.Config(
        partial(made, served) if served.workers > 1 else app,
        factory=served.workers > 1,
        loop="uvloop",
        http=PatientProtocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        root_path=served.root_path,
        proxy_headers=served.behind is not None,
        forwarded_allow_ips=served.behind or "",
        workers=served.workers,
    )
    if served.workers > 1:
        Multiprocess(config, sockets=[listener]).run()
    else:
        uvicorn.Server(config).run(sockets=[listener])
