"""A client of yaml-language-server: what an editor shows for a file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

VARIABLE = "YAML_LANGUAGE_SERVER"


def command() -> list[str] | None:
    """How the server is started: what the variable names, what is on the path, or what a `node_modules` holds."""
    script = Path("node_modules", "yaml-language-server", "bin", "yaml-language-server")
    named = os.environ.get(VARIABLE) or shutil.which("yaml-language-server")
    found = (
        Path(named) if named else next((up / script for up in Path(__file__).parents if (up / script).exists()), None)
    )
    node = shutil.which("node")
    return [node, str(found), "--stdio"] if node and found else None


class Client:
    """Speaks the Language Server Protocol over the pipes of a process."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.count = 0
        self.findings: dict[str, list[dict[str, Any]]] = {}

    def send(self, **message: Any) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has gone"
        return json.loads(self.process.stdout.read(length))

    def until(self, wanted: Any) -> dict[str, Any]:
        """Answer and note what the server says until a message is the one that is wanted."""
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                self.findings[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif "method" in message and "id" in message:
                items = message.get("params", {}).get("items", [])
                settings = [
                    {"validate": True, "hover": True, "completion": True} if item.get("section") == "yaml" else None
                    for item in items
                ]
                self.send(id=message["id"], result=settings or None)
            if wanted(message):
                return message

    def ask(self, method: str, **params: Any) -> Any:
        self.count += 1
        self.send(id=self.count, method=method, params=params)
        answer = self.until(lambda message: message.get("id") == self.count and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, path: Path) -> list[dict[str, Any]]:
        """Open a file; what the server underlines."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self.send(method="textDocument/didOpen", params={"textDocument": document})
        self.until(lambda _: uri in self.findings)
        return self.findings[uri]

    def hover(self, path: Path, line: int, character: int) -> str:
        """What is shown over a place, counted from 0."""
        place = {"line": line, "character": character}
        found = self.ask("textDocument/hover", textDocument={"uri": path.as_uri()}, position=place)
        return found["contents"]["value"] if found else ""

    def complete(self, path: Path, line: int, character: int) -> list[str]:
        """What is offered at a place, counted from 0."""
        place = {"line": line, "character": character}
        found = self.ask("textDocument/completion", textDocument={"uri": path.as_uri()}, position=place)
        return [item["label"] for item in found["items"]]


@contextmanager
def server(arguments: list[str], folder: Path) -> Iterator[Client]:
    """A server at work on a folder."""
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        client = Client(process)
        try:
            client.ask(
                "initialize",
                processId=os.getpid(),
                rootUri=folder.as_uri(),
                capabilities={
                    "textDocument": {"hover": {"contentFormat": ["markdown"]}},
                    "workspace": {"configuration": True},
                },
            )
            client.send(method="initialized", params={})
            yield client
        finally:
            process.kill()
