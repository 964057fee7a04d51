"""What a page costs before any thought goes into it: `python -m benchmarks.fixed_page LENGTH`."""

import socket
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route


def main(length: int) -> None:
    """Serve one page of so many bytes at every address."""
    page = "x" * length

    async def answer(request: Request) -> HTMLResponse:
        return HTMLResponse(page)

    # Only of a socket that names its protocol does asyncio switch off the wait for fuller packets.
    with socket.socket(proto=socket.IPPROTO_TCP) as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        print(f"http://127.0.0.1:{server.getsockname()[1]}/", flush=True)
        app = Starlette(routes=[Route("/{path:path}", answer)])
        config = uvicorn.Config(app, log_level="warning", access_log=False)
        uvicorn.Server(config).run(sockets=[server])


if __name__ == "__main__":
    main(int(sys.argv[1]))
