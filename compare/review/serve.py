"""Runs the page on this machine's loopback address until it is interrupted."""

from __future__ import annotations

import secrets
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from compare.errors import ReviewError
from compare.review.desk import Desk

HOST = "127.0.0.1"
QUIET: dict[str, Any] = {  # uvicorn's own settings: errors only, plain HTTP, an end within two seconds
    "log_level": "error",
    "access_log": False,
    "ws": "none",
    "lifespan": "off",
    "server_header": False,
    "proxy_headers": False,
    "timeout_graceful_shutdown": 2,
}


def serve(
    desk: Desk, *, port: int = 0, language: str = "en", browser: bool = True, tell: Callable[[str], None] = print
) -> None:
    """Serve the review until interrupted; ``tell`` is given the address, which holds this run's secret token.

    ``port`` 0 lets the system choose. Raises ``ReviewError`` where the port is taken.
    """
    import uvicorn

    from compare.review.app import application
    from compare.review.payload import whole

    whole(desk, language)  # made before the page asks for it
    token = secrets.token_urlsafe(24)
    with bound(port) as listener:
        number = listener.getsockname()[1]
        address = f"http://{HOST}:{number}/{token}/"
        app = application(desk, token=token, port=number, language=language)
        tell(address)
        if browser:
            webbrowser.open(address)
        with suppress(KeyboardInterrupt):  # Ctrl+C is how a review ends
            uvicorn.Server(uvicorn.Config(app, **QUIET)).run(sockets=[listener])


def bound(port: int) -> socket.socket:
    """A listening socket on the loopback address; ``ReviewError`` where the port cannot be had."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(64)
    except OSError as error:
        listener.close()
        raise ReviewError(
            f"port {port} of {HOST} cannot be used ({error.strerror}); choose another with --port"
        ) from error
    return listener
