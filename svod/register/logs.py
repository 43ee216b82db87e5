"""What is written where the program was started: never a word of anybody's.

An error is told by its kind and by where in the code it arose, for its own words may quote what somebody wrote or was
called; so may those of other people's modules, whose messages are told without what fills their gaps. What Svod says
itself names rows by their numbers. A request is told by the pattern of its address, which can hold a name or a key.
"""

import json
import logging
import os
import sqlite3
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

OURS = "svod"
ROOT = str(Path(__file__).parents[2]) + os.sep
MOST_FRAMES = 12


class Discreet(logging.Formatter):
    """A line for a person."""

    def format(self, record: logging.LogRecord) -> str:
        fields = told(record)
        head = " ".join(str(fields.pop(name)) for name in ("time", "level", "logger"))
        message, frames = fields.pop("message"), fields.pop("at", [])
        rest = "".join(f" {name}={value}" for name, value in fields.items())
        return "\n".join([f"{head}: {message}{rest}", *(f"    {frame}" for frame in frames)])


class Lines(logging.Formatter):
    """A line of JSON for a program."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(told(record), ensure_ascii=False, default=str)


def told(record: logging.LogRecord) -> dict[str, Any]:
    moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    fields = {"time": moment, "level": record.levelname, "logger": record.name, "message": _message(record)}
    fields |= getattr(record, "told", {})  # what Svod adds: numbers, and names of its own
    error = record.exc_info[1] if record.exc_info else None
    return {**fields, **_error(error)} if error is not None else fields


def _message(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    if request is not None:
        status = getattr(record, "status_code", "")
        return f"{request.method} {route_of(request)} {status}".rstrip()
    if record.name.split(".")[0] == OURS:
        return record.getMessage()
    return str(record.msg) if record.args else f"{record.module}.{record.funcName}, line {record.lineno}"


def route_of(request: Any) -> str:
    """The pattern of the address that was asked for."""
    match = getattr(request, "resolver_match", None)
    return f"/{match.route}" if match else "(no such address)"


def _error(error: BaseException) -> dict[str, Any]:
    kinds, codes, one = [], [], error
    while one is not None and len(kinds) < MOST_FRAMES:
        kinds.append(type(one).__name__)
        codes += _codes(one)
        one = one.__cause__ or one.__context__
    frames = traceback.extract_tb(error.__traceback__)[-MOST_FRAMES:]
    where = [f"{frame.filename.removeprefix(ROOT)}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": " < ".join(kinds), **({"code": " ".join(codes)} if codes else {}), "at": where}


def _codes(error: BaseException) -> list[str]:
    """What the system or the database calls it: none of these quotes anything."""
    if isinstance(error, OSError) and error.strerror:
        return [error.strerror]
    if isinstance(error, sqlite3.Error):
        return [str(getattr(error, "sqlite_errorname", ""))]
    return [str(code)] if (code := getattr(error, "sqlstate", None)) else []


def say_last_words() -> None:
    """What ends a process is written in the same way."""

    def last_words(kind: type[BaseException], error: BaseException, where: Any) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            logging.getLogger(OURS).critical("ended by an error", exc_info=(kind, error, where))

    sys.excepthook = last_words
    threading.excepthook = lambda one: last_words(one.exc_type, one.exc_value or one.exc_type(), one.exc_traceback)


FORMATS: dict[str, dict[str, Any]] = {
    "plain": {"()": Discreet},
    "json": {"()": Lines},
    "full": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},  # to hunt a fault: it holds words
}


def logging_settings(how: str) -> dict[str, Any]:
    """SVOD_LOG: "plain", "json", which has a line for each request too, or "full"."""
    if how not in FORMATS:
        raise ValueError(f"SVOD_LOG: expected one of {', '.join(FORMATS)}, found {how!r}")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"terminal": FORMATS[how]},
        "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "terminal"}},
        "root": {"handlers": ["terminal"], "level": "WARNING"},
        "loggers": {
            "svod.requests": {"level": "INFO" if how == "json" else "WARNING"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "django.server": {"level": "INFO"},
            "django_tasks_db": {"level": "ERROR"},  # that a worker was told to end is no news
            "httpx": {"level": "CRITICAL"},  # addresses with the bot's token
            "httpcore": {"level": "CRITICAL"},
            "telegram": {"level": "CRITICAL"},  # what people wrote
        },
    }
