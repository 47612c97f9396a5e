"""backfile mcp: the tool server for language models."""

from datetime import UTC, datetime
from pathlib import Path

from backfile.cli.options import archive_option
from backfile.cli.output import tell
from backfile.cli.verb import verb
from backfile.errors import ExtraMissing


@verb("backfile mcp --archive back")
@archive_option
def mcp(archive: Path) -> None:
    """Answer a language model's questions to an archive, over stdin and stdout (MCP), until stdin ends."""
    try:
        from backfile.mcp.tool_server import tool_server
    except ModuleNotFoundError as error:
        raise ExtraMissing("the tool server", (error.name or "mcp").partition(".")[0], "mcp") from error
    from backfile.archive import Archive

    with Archive(archive) as opened:
        tell(f"Answering for the archive {archive} on stdin and stdout until stdin ends")
        tool_server(opened, lambda: datetime.now(UTC)).run("stdio")
