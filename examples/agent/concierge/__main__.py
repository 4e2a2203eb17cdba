"""The agent's HTTP front: one task a request."""

import json
import os
from dataclasses import asdict
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .clock import UnknownPlace, answer

REVISION = os.environ.get("REVISION", "unknown")
LONGEST_TASK = 64 * 1024


class Front(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/health":
            self.reply(200, {"status": "ok", "revision": REVISION})
        else:
            self.reply(404, {"error": "not found"})

    def do_POST(self) -> None:
        if self.path != "/tasks":
            self.reply(404, {"error": "not found"})
            return
        try:
            length = min(int(self.headers.get("content-length", 0)), LONGEST_TASK)
            task = json.loads(self.rfile.read(length))
            self.reply(200, asdict(answer(task["place"], datetime.now(timezone.utc))))
        except (UnknownPlace, KeyError, TypeError, ValueError) as fault:
            self.reply(400, {"error": str(fault)})

    def reply(self, status: int, body: dict) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


if __name__ == "__main__":
    port = int(os.environ.get("PORT", "8000"))
    print(f"concierge {REVISION} listens on port {port}")
    ThreadingHTTPServer(("0.0.0.0", port), Front).serve_forever()
