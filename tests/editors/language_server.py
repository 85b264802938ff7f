"""A client of yaml-language-server: what an editor shows for a file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

VARIABLE = "YAML_LANGUAGE_SERVER"
SCRIPT = Path("node_modules", "yaml-language-server", "bin", "yaml-language-server")
PATIENCE = 120  # seconds
Message = dict[str, Any]


def command() -> list[str] | None:
    """How the server is started: the script that the variable names, or that a `node_modules` above here holds."""
    above = [up / SCRIPT for up in Path(__file__).parents]
    named = [Path(os.environ[VARIABLE])] if VARIABLE in os.environ else above
    found, node = next((path for path in named if path.exists()), None), shutil.which("node")
    return [node, str(found), "--stdio"] if node and found else None


@contextmanager
def server(arguments: list[str], folder: Path) -> Iterator[Client]:
    """A server at work on a folder; it is ended when it is needed no more, or says nothing for too long."""
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        watch = threading.Timer(PATIENCE, process.kill)
        watch.start()
        try:
            client = Client(process)
            client.ask("initialize", processId=os.getpid(), rootUri=folder.as_uri(), capabilities=CAPABILITIES)
            client.send(method="initialized", params={})
            yield client
        finally:
            watch.cancel()
            process.kill()


CAPABILITIES = {"textDocument": {"hover": {"contentFormat": ["markdown"]}}, "workspace": {"configuration": True}}
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True}}


class Client:
    """Speaks the Language Server Protocol over the pipes of a process."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.count = 0
        self.findings: dict[str, list[Message]] = {}

    def send(self, **message: Any) -> None:
        """Send a message."""
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def receive(self) -> Message:
        """The next message."""
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has gone"
        message: Message = json.loads(self.process.stdout.read(length))
        return message

    def until(self, wanted: Callable[[Message], bool]) -> Message:
        """Answer and note what the server says, until it says what is wanted."""
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                self.findings[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif "method" in message and "id" in message:
                asked = message.get("params", {}).get("items", [])
                self.send(id=message["id"], result=[SETTINGS.get(item.get("section")) for item in asked] or None)
            if wanted(message):
                return message

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to a request."""
        self.count += 1
        self.send(id=self.count, method=method, params=params)
        answer = self.until(lambda message: message.get("id") == self.count and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, path: Path) -> list[tuple[int, str]]:
        """Open a file; the lines in which something is underlined, counted from 0, and what is said there."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self.send(method="textDocument/didOpen", params={"textDocument": document})
        self.until(lambda _: path.as_uri() in self.findings)
        return [(found["range"]["start"]["line"], found["message"]) for found in self.findings[path.as_uri()]]

    def hover(self, path: Path, line: int, character: int) -> str:
        """What is shown over a place, counted from 0."""
        found = self.ask("textDocument/hover", **place(path, line, character))
        return str(found["contents"]["value"]) if found else ""

    def complete(self, path: Path, line: int, character: int) -> list[str]:
        """What is offered at a place, counted from 0."""
        found = self.ask("textDocument/completion", **place(path, line, character))
        return [item["label"] for item in found["items"]]


def place(path: Path, line: int, character: int) -> Message:
    """A place in a file, counted from 0."""
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": character}}
