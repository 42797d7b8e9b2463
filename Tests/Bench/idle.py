#!/usr/bin/env python3
"""Resident memory that a server needs for an idle connection: idle.py HOST:PORT CERTIFICATES PID COUNT

Opens COUNT connections over TLS, greeted on both sides, and looks at the process's resident memory before and after. They come
from several addresses of 127.0.0.0/8, for a server takes only so many from one.
"""

import resource
import socket
import ssl
import sys

# Frames behind their length: {hello: {version: 1, frame_bytes_max: 4 MiB, stream_window_bytes: 64 KiB}}.
HELLO = bytes([0, 0, 0, 13]) + bytes([0x12, 11, 0x08, 1, 0x10, 0x80, 0x80, 0x80, 0x02, 0x18, 0x80, 0x80, 0x04])
FROM_ONE_ADDRESS = 500


def resident(pid: str) -> int:
    with open(f"/proc/{pid}/status") as status:
        kib = next(line for line in status if line.startswith("VmRSS:")).split()[1]
    return int(kib) * 1024


def connect(host: str, port: int, context: ssl.SSLContext, source: str) -> ssl.SSLSocket:
    connection = socket.create_connection((host, port), timeout=30, source_address=(source, 0))
    connection = context.wrap_socket(connection, server_hostname=host)
    connection.sendall(HELLO)
    # The server's hello: it has taken ours, and waits for calls.
    if not connection.recv(4096):
        raise SystemExit("the server closed the connection")
    return connection


def main() -> None:
    address, certificates, pid, count = sys.argv[1:]
    host, port = address.rsplit(":", 1)
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    context = ssl.create_default_context(cafile=f"{certificates}/authority.pem")
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(f"{certificates}/operator-admin.pem", f"{certificates}/operator-admin.key")
    context.set_alpn_protocols(["mandate-rpc/1"])

    # The first ones warm up what all share.
    kept = [connect(host, int(port), context, "127.0.0.2") for _ in range(20)]
    before = resident(pid)
    for number in range(int(count)):
        kept.append(connect(host, int(port), context, f"127.0.0.{3 + number // FROM_ONE_ADDRESS}"))
    after = resident(pid)
    print("bytes_per_idle_connection", (after - before) / int(count))
    for connection in kept:
        connection.close()


main()
