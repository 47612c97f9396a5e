"""Questions put to the tool server by the mcp package's own client."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from backfile import Archive
from backfile.mcp.tool_server import tool_server
from mcp import Client

IN_2026 = datetime(2026, 11, 23, 12, tzinfo=UTC)


def ask(archive: Archive, tool: str, given: dict[str, Any]) -> Any:
    async def asked() -> Any:
        async with Client(tool_server(archive, lambda: IN_2026)) as client:
            return await client.call_tool(tool, given)

    return asyncio.run(asked())
