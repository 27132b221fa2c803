"""Who may talk to the page's server: this machine's browser, on this page, with this run's token. All else gets a 4xx.

A web page elsewhere could try to reach a local server through the browser: by form or fetch (stopped by ``Origin`` and
by the JSON content type), by DNS rebinding (stopped by ``Host``), or by guessing (stopped by the token in the path).
"""

from __future__ import annotations

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_LIMIT = 2_000_000  # bytes; a batch over ten thousand findings fits
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


def guarded(app: ASGIApp, token: str, port: int) -> ASGIApp:
    """The application behind all checks; it sees paths without the token."""
    hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that may not pass, else hand it on without the token."""
        if scope["type"] != "http":
            return
        answer = _protected(send)
        refusal = _refusal(scope, token, hosts)
        if refusal is not None:
            await refusal(scope, receive, answer)
            return
        await app({**scope, "root_path": f"/{token}"}, _limited(receive), answer)

    return guard


def _refusal(scope: Scope, token: str, hosts: set[str]) -> PlainTextResponse | None:
    headers = Headers(scope=scope)
    if headers.get("host", "") not in hosts:
        return PlainTextResponse("Wrong host.", 403)
    first = scope["path"].partition("/")[2].split("/")[0]
    if not secrets.compare_digest(first.encode(), token.encode()):
        return PlainTextResponse("Not found. Open the address that claim-compare printed.", 404)
    if scope["method"] in ("GET", "HEAD"):
        return None
    if scope["method"] != "POST":
        return PlainTextResponse("Only GET and POST.", 405)
    if headers.get("origin", "") not in {f"http://{host}" for host in hosts}:
        return PlainTextResponse("Wrong origin.", 403)
    if headers.get("content-type", "").split(";")[0].strip() != "application/json":
        return PlainTextResponse("Only JSON.", 415)
    if not headers.get("content-length", "").isdigit() or int(headers["content-length"]) > BODY_LIMIT:
        return PlainTextResponse("Too long.", 413)
    return None


def _limited(receive: Receive) -> Receive:
    """A body that says it is short and is not ends here."""
    taken = 0

    async def limited() -> Message:
        """The next piece of the body, the end once it is longer than it may be."""
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return message if taken <= BODY_LIMIT else {"type": "http.disconnect"}

    return limited


def _protected(send: Send) -> Send:
    async def protected(message: Message) -> None:
        """Send a message on; its start carries the headers."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return protected
