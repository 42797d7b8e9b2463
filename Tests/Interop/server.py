"""A running `rpc-interop`."""

import signal
import subprocess

from installation import binary
from patience import PATIENCE_SECONDS


class InteropServer:
    def __init__(self, certificates, authority=False):
        self.certificates = certificates
        own = certificates / "interop"
        arguments = ["--port", "0", "--certificate", f"{own}.pem", "--key", f"{own}.key"]
        if authority:
            arguments += ["--authority", str(self.authority)]
        self.process = subprocess.Popen(
            [binary("rpc-interop"), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        line = self.process.stdout.readline()
        words = line.split()
        assert words[:2] == ["listening", "on"], f"{line!r} {self.process.stderr.read() if not line else ''}"
        self.port = int(words[2])

    @property
    def authority(self):
        return self.certificates / "authority.pem"

    def stop(self):
        """SIGTERM ends it, and no handler failed meanwhile."""
        self.process.send_signal(signal.SIGTERM)
        try:
            _, errors = self.process.communicate(timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        problems = [line for line in errors.splitlines() if "grpc.testing" in line]
        assert (self.process.returncode, problems) == (0, []), errors
