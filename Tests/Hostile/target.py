"""The server that is attacked, as an attacker sees it: an address, and certificates to show."""

import functools
import socket
import ssl

from client import connect, tls_context
from patience import PATIENCE_SECONDS


class Target:
    def __init__(self, installation, server="mailbox"):
        self.installation = installation
        self.server = installation.servers[server]
        self.address = ("127.0.0.1", self.server.port)
        self.name = server
        self.authority = installation.certificates / "authority.pem"

    def connect(self, caller="operator-admin", **options):
        """A connection of the native protocol's client."""
        return self.installation.connect(self.name, caller, **options)

    def plain(self, source=None, timeout=PATIENCE_SECONDS):
        """TCP, and nothing said."""
        return socket.create_connection(self.address, timeout=timeout, source_address=source and (source, 0))

    @functools.cache
    def context(self, certificate="operator-admin", protocols=("mandate-rpc/1",), folder=None):
        """`certificate`: a name among the certificates, or None."""
        folder = folder or self.installation.certificates
        files = (folder / f"{certificate}.pem", folder / f"{certificate}.key") if certificate else ()
        return tls_context(self.installation.certificates / "authority.pem", *files, protocols=protocols)

    def tls(self, context=None, source=None, timeout=PATIENCE_SECONDS):
        """TLS, and not one frame said."""
        return connect(*self.address, context or self.context(), timeout=timeout, source=source)

    def alert(self, context):
        """Connects so and reads: the name of the alert that the server ends it with, or how else it ends."""
        try:
            with self.tls(context) as secured:
                return "bytes" if secured.recv(1) else "closed"
        except ssl.SSLError as error:
            return "alert " + alert_name(error)
        except ConnectionError:
            return "reset"


def metric(server, name):
    lines = server.ask("/metrics")[1].splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith(name + " "))


def alert_name(error):
    """As in "[SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED] tlsv13 alert certificate required (_ssl.c:2580)"; of some alerts
    Python does not know the name in capitals."""
    words = str(error).lower().partition(" (_ssl")[0]
    return words.rpartition("alert ")[2].replace(" ", "_")
