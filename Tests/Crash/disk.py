"""A small disk of its own for a server's database, which a test fills to the page."""

import os
import subprocess

PAGE = 4096
PAGES = 6144


def can_mount():
    """Whether this process may mount; tried where nobody else sees it."""
    trial = ["unshare", "--mount", "mount", "-t", "tmpfs", "x", "/mnt"]
    return os.geteuid() == 0 and subprocess.run(trial, capture_output=True).returncode == 0


class Disk:
    """A tmpfs, which gives whole pages of 4 KiB and refuses the next one with ENOSPC."""

    def __init__(self, folder):
        self.folder = folder
        self.ballast = folder / "ballast"
        folder.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={PAGES * PAGE}", "mandate-test", str(folder)], check=True)

    def free(self):
        status = os.statvfs(self.folder)
        return status.f_bavail * status.f_frsize // PAGE

    def fill(self, leaving):
        """Until `leaving` pages are free. The server may write meanwhile; then it is less."""
        try:
            with open(self.ballast, "ab", buffering=0) as ballast:
                while (surplus := self.free() - leaving) > 0:
                    ballast.write(b"\0" * PAGE * surplus)
        except OSError:
            pass  # The server took the last page before us.

    def empty(self):
        self.ballast.unlink(missing_ok=True)

    def unmount(self):
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)
