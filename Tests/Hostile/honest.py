"""An honest client in a process of its own: one connection, one Check at a time, a thousand a second at most.

Commands come line by line on stdin: `begin` starts a measurement; `end` ends it and is answered with one line of JSON.
Arguments: port, folder of certificates, account, mailbox.
"""

import json
import os
import sys
import time

import generate

sys.path.insert(0, str(generate.OUTPUT))

from client import Connection  # noqa: E402
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, CheckRequest  # noqa: E402

PAUSE_SECONDS = 0.001


def commands():
    """What has been said since the last time."""
    try:
        return os.read(sys.stdin.fileno(), 4096).decode().split() or ["quit"]
    except BlockingIOError:
        return []


def say(times, wrong):
    p99 = times[min(len(times) - 1, int(len(times) * 0.99))] if times else None
    print(json.dumps({"calls": len(times), "p99": p99, "wrong": wrong[:3]}), flush=True)


def main(port, certificates, account, mailbox):
    request = CheckRequest(account_id=account, mailbox_id=mailbox, right=RIGHT_OPEN)
    connection = Connection(
        "127.0.0.1", int(port), authority=f"{certificates}/authority.pem",
        certificate=f"{certificates}/portal.pem", key=f"{certificates}/portal.key",
    )
    os.set_blocking(sys.stdin.fileno(), False)
    times, wrong = [], []
    while True:
        for command in commands():
            if command == "begin":
                times, wrong = [], []
            elif command == "end":
                times.sort()
                say(times, wrong)
            else:
                return
        began = time.perf_counter()
        try:
            answer = connection.unary("mandate.mailbox.v1.AccessService/Check", request)
            if not answer.allowed:
                wrong.append(str(answer))
        except Exception as error:
            wrong.append(repr(error))
            if isinstance(error, ConnectionError):
                return say([], wrong)
        times.append(time.perf_counter() - began)
        time.sleep(PAUSE_SECONDS)


main(*sys.argv[1:])
