"""Shows the site on this machine and rebuilds what changed; never meant for publishing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from evidence_kb.reports.summary import closing
from evidence_kb.serving.watching import changes
from evidence_kb.site.building import read_and_check, write_markdown
from evidence_kb.site.mkdocs import Folders, SiteNotBuilt, build_preview
from evidence_kb.site.render import template_folders

Say = Callable[[str], None]
WATCHED = ("library.yaml", "claims", "sources", "questions", "audits", "vocabulary", "docs", "mkdocs.yml")
RELOAD = b"""(function () {
  "use strict";
  var known = null;
  function look() {
    fetch("/__version").then(function (answer) { return answer.text(); }).then(function (version) {
      if (known !== null && version !== known) { location.reload(); }
      known = version;
      setTimeout(look, 700);
    }).catch(function () { setTimeout(look, 3000); });
  }
  look();
})();
"""


@dataclass
class Preview:
    """A library, the folder of its preview, and the number of builds so far."""

    folders: Folders
    as_of: str | None
    say: Say
    builds: int = 0

    def build(self, *, dirty: bool) -> None:
        """Check, write and build; what is wrong is told, and the former pages stand."""
        checked = read_and_check(self.folders, self.as_of)
        self.say("\n".join(closing(checked.report)))
        if checked.loaded.kb.library is None:
            self.say("library.yaml cannot be read; nothing was built.")
            return
        try:
            written = write_markdown(self.folders, checked)
            number = build_preview(self.folders, checked.loaded.kb.library.record.title, dirty=dirty)
        except (SiteNotBuilt, ValueError) as error:
            self.say(f"Not built: {error}")
            return
        self.builds += 1
        self.say(f"{written.changed} files changed, {number} pages.")

    def watch(self) -> None:
        """Rebuild after every change; ends with the program."""
        roots = [self.folders.library / name for name in WATCHED]
        for _ in changes([*roots, *template_folders(self.folders.library)]):
            try:
                self.build(dirty=True)
            except Exception as error:  # a preview outlives whatever an editor types
                self.say(f"Not built: {type(error).__name__}: {error}")


class Handler(SimpleHTTPRequestHandler):
    """Files of the preview; pages come with a script that reloads them after a build."""

    def __init__(self, *args: Any, preview: Preview, **more: Any) -> None:
        self.preview = preview
        super().__init__(*args, directory=str(preview.folders.preview), **more)

    def do_GET(self) -> None:
        """Answer one request."""
        if self.path == "/__version":
            self._send(str(self.preview.builds).encode(), "text/plain")
        elif self.path == "/__reload.js":
            self._send(RELOAD, "text/javascript")
        elif self._page() is not None:
            page = self._page()
            assert page is not None
            content = page.read_bytes().replace(b"</body>", b'<script src="/__reload.js"></script></body>')
            self._send(content, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self) -> Path | None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        return page if page.suffix == ".html" and page.is_file() else None

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of requests."""


def serve(preview: Preview, port: int) -> None:
    """Build, then answer on the loopback interface until interrupted. Raises OSError where the port is taken."""
    with ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, preview=preview)) as server:
        preview.say("Building the preview …")
        preview.build(dirty=False)
        threading.Thread(target=preview.watch, daemon=True).start()
        preview.say(f"http://127.0.0.1:{server.server_address[1]}/ (Ctrl-C ends it)")
        server.serve_forever()
