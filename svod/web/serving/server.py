"""The server of the pages: `python -m svod.web.serving.server LISTENER LIFELINE`, two file descriptors."""

import gc
import logging.config
import os
import sys
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.config import Config
from gunicorn.glogging import Logger

from svod.register.logs import logging_settings, say_last_words
from svod.web.serving import lifeline


class SameLog(Logger):
    """What gunicorn says is written like everything else, and as discreetly."""

    def setup(self, cfg: Config) -> None:
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


LOOKS = (20_000, 20, 20)  # Python's own are 700, 10, 10: a request makes and drops some thousand objects

SETTINGS = {
    "worker_class": "gthread",
    "workers": 2,
    "threads": 4,
    "timeout": 60,
    "graceful_timeout": 10,
    "keepalive": 15,  # a phone that sends its queue, a proxy in front: no new connection for each request
    "loglevel": "warning",
    "preload_app": True,
    "control_socket_disable": True,  # newer versions open one in the user's folder
    "proc_name": "svod",
    "logger_class": SameLog,
}


class Server(BaseApplication):
    """gunicorn, told its settings here instead of in a file of its own."""

    def __init__(self, listener: int) -> None:
        self._listener = listener
        super().__init__()

    def load_config(self) -> None:
        for name, value in {**SETTINGS, "bind": [f"fd://{self._listener}"]}.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        from svod.web.wsgi import application

        settle_down()
        return application


def settle_down() -> None:
    """What is there before the first request stays: Python need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*LOOKS)


if __name__ == "__main__":
    lifeline.hold(int(sys.argv[2]))
    logging.config.dictConfig(logging_settings(os.environ.get("SVOD_LOG", "plain")))
    say_last_words()
    Server(int(sys.argv[1])).run()
