"""Drives Pagefind's indexing service.

The official Python wrapper waits a tenth of a second for every message and for ever where its program dies, so
this speaks the service's own protocol: base64 of JSON, closed by a comma, both ways. It is internal to Pagefind:
the version is pinned, and a test holds it.
"""

import base64
import contextlib
import json
import subprocess
from types import TracebackType
from typing import Any, Self

from pagefind.service import get_executable

_PATIENCE = 60
"""Seconds to wait for the program to end after its work is done."""


class PagefindError(Exception):
    """The program died, or answered that something is wrong; the message is its own."""


class Pagefind:
    """A running service; use it in a ``with`` statement."""

    def __enter__(self) -> Self:
        command = [str(get_executable()), "--service"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._number = 0
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin and self._process.stdout
        with contextlib.suppress(OSError):  # what was not sent to a dead program cannot be flushed
            self._process.stdin.close()
        try:  # it answers before its last bytes are on disk, and ends by itself when nobody speaks any more
            self._process.wait(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    def call(self, kind: str, **payload: Any) -> dict[str, Any]:
        """Sends one message and gives back the payload of its answer; raises PagefindError."""
        self._number += 1
        message = json.dumps({"message_id": self._number, "payload": {"type": kind, **payload}}).encode()
        assert self._process.stdin and self._process.stdout
        try:
            self._process.stdin.write(base64.b64encode(message) + b",")
            self._process.stdin.flush()
        except OSError as error:
            raise PagefindError(f"Pagefind is gone: {error}") from None
        answer = bytearray()
        while not answer.endswith(b","):
            byte = self._process.stdout.read(1)
            if not byte:
                raise PagefindError("Pagefind ended without an answer")
            answer += byte
        payload = json.loads(base64.b64decode(answer[:-1]))["payload"]
        if payload["type"] == "Error":
            raise PagefindError(str(payload.get("message")))
        return payload
