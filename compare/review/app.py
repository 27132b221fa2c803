"""The page's server: what it shows, and one address for each action. No request by GET changes anything."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from compare.errors import ClaimCompareError, ReviewError
from compare.render.document import clean
from compare.review import downloads, preferences
from compare.review.actions import perform
from compare.review.desk import Desk
from compare.review.guard import guarded
from compare.review.labels import page_words
from compare.review.payload import changed, whole
from compare.review.store import StaleError

LANGUAGES = ("en", "vi")


def application(desk: Desk, *, token: str, port: int, language: str = "en", home: Path | None = None) -> ASGIApp:
    """The whole application: pages and actions for one editor, behind the checks of ``guard``.

    ``home`` is the folder of the editor's preferences, by default that of the person.
    """
    routes = [
        Route("/", partial(_page, language=language, home=home, desk=desk), methods=["GET"]),
        Route("/review", partial(_review, desk=desk), methods=["GET"]),
        Route("/changes", partial(_changes, desk=desk), methods=["GET"]),
        Route("/download/{name}", partial(_download, desk=desk), methods=["GET"]),
        Route("/act/{action}", partial(_act, desk=desk), methods=["POST"]),
        Route("/preferences", partial(_prefer, home=home), methods=["POST"]),
        Mount("/static", StaticFiles(directory=str(files("compare.review").joinpath("static")))),
    ]
    handlers: dict[Any, Callable[..., Response]] = {ClaimCompareError: _failed, ValueError: _wrong}
    return guarded(Starlette(routes=routes, exception_handlers=handlers), token, port)


async def _page(request: Request, *, language: str, home: Path | None, desk: Desk) -> Response:
    liked = await run_in_threadpool(preferences.load, home)
    chosen = _language(request, liked.language or language)
    template = _templates().get_template("page.html")
    settings: dict[str, Any] = {"language": chosen, "keys": liked.keys, "keysOn": liked.keys_on, "theme": liked.theme}
    settings |= {"firstKeys": preferences.KEYS, "say": page_words(chosen)}
    page = template.render(
        say=page_words(chosen),
        language=chosen,
        theme=liked.theme,
        title=clean(desk.comparison.title),
        editor=clean(desk.editor),
        settings=settings,
        modules=_modules(),
    )
    return HTMLResponse(page)


@cache
def _templates() -> Environment:
    made = Environment(loader=PackageLoader("compare.review"), autoescape=True, undefined=StrictUndefined)
    made.policies["json.dumps_kwargs"] = {"sort_keys": False}  # keys are shown in their own order
    return made


@cache
def _modules() -> tuple[str, ...]:
    """The page's scripts, told ahead so that the browser need not find them one by one."""
    return tuple(
        sorted(one.name for one in files("compare.review").joinpath("static").iterdir() if one.name.endswith(".js"))
    )


async def _review(request: Request, *, desk: Desk) -> Response:
    return _json(await run_in_threadpool(whole, desk, _language(request, "en")))


async def _changes(request: Request, *, desk: Desk) -> Response:
    return _json(await run_in_threadpool(changed, desk, int(request.query_params.get("since", "0"))))


async def _download(request: Request, *, desk: Desk) -> Response:
    name = request.path_params["name"]
    made = await run_in_threadpool(downloads.make, desk, name, _language(request, "en"))
    headers = {"Content-Disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, media_type=made.media_type, headers=headers)


async def _act(request: Request, *, desk: Desk) -> Response:
    record = await _record(request)
    since = record.get("place")
    await run_in_threadpool(perform, desk, request.path_params["action"], record)
    return _json(await run_in_threadpool(changed, desk, since if isinstance(since, int) else 0))


async def _prefer(request: Request, *, home: Path | None) -> Response:
    record = await _record(request)
    liked = preferences.changed(await run_in_threadpool(preferences.load, home), record)
    await run_in_threadpool(preferences.save, liked, home)
    return _json({"keys": liked.keys, "keysOn": liked.keys_on, "theme": liked.theme})


def _json(record: dict[str, Any], status: int = 200) -> Response:
    """A JSON answer; escapes carry what has no encoding (half a surrogate pair in somebody's id)."""
    written = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    try:
        content = written.encode()
    except UnicodeEncodeError:
        content = json.dumps(record).encode()
    return Response(content, status, media_type="application/json")


async def _record(request: Request) -> dict[str, Any]:
    try:
        record = await request.json()
    except RecursionError as error:
        raise ReviewError("a JSON object is wanted, this one is nested too deeply") from error
    if not isinstance(record, dict):
        raise ReviewError("a JSON object is wanted")
    return record


def _language(request: Request, otherwise: str) -> str:
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else otherwise


def _failed(request: Request, error: Exception) -> Response:
    del request
    return _json({"error": clean(str(error)), "stale": isinstance(error, StaleError)}, 409)


def _wrong(request: Request, error: Exception) -> Response:
    del request
    return _json({"error": f"not understood ({error})", "stale": False}, 400)
