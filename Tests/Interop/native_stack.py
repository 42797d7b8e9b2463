"""mandate-rpc/1, by the contract tests' client."""

import base64

from client import CallError, Connection

from contract import pathed
from outcome import Answer, Failed
from patience import PATIENCE_SECONDS


class Stack:
    compresses = "mandate-rpc/1 has no compression"

    def __init__(self, server, caller=None):
        own = {"certificate": server.certificates / f"{caller}.pem", "key": server.certificates / f"{caller}.key"}
        self._connection = Connection("127.0.0.1", server.port, authority=server.authority, **(own if caller else {}))

    def unary(self, method, request, *, metadata=None, timeout=PATIENCE_SECONDS):
        return self._answer(self._start(method, request, metadata, timeout, done=True))

    def many(self, method, request, count):
        """`count` calls, three at once: this client does not read while it writes, and a server does not read on while
        more than 1 MiB of answers waits."""
        open_calls, answers = [], []
        for _ in range(count):
            if len(open_calls) == 3:
                answers.append(self._answer(open_calls.pop(0)))
            open_calls.append(self._start(method, request, None, 60.0, done=True))
        return answers + [self._answer(call) for call in open_calls]

    def call(self, method, request=None, *, metadata=None, timeout=PATIENCE_SECONDS):
        """`request`: the only message of a server-streaming call."""
        return Call(self._start(method, request, metadata, timeout, done=request is not None))

    def _start(self, method, request, metadata, timeout, **options):
        metadata = {key: text(value) for key, value in (metadata or {}).items()}
        return self._connection.call(pathed(method), request, metadata=metadata, timeout=timeout, **options)

    def _answer(self, call):
        try:
            return Answer(call.answer(), pairs(call), pairs(call))
        except CallError as error:
            raise Failed(error.code, error.message) from error

    def close(self):
        self._connection.close()


class Call:
    def __init__(self, call):
        self._call = call

    def send(self, message):
        self._call.send(message)

    def done(self):
        self._call.half_close()

    def receive(self):
        """The one message of a client-streaming call comes with the call's end, so it is not asked for here twice."""
        try:
            message = self._call.receive()
            if message is None and self._call._last:
                message, self._call._last = self._call._answer_type.FromString(self._call._last), b""
            return message
        except CallError as error:
            raise Failed(error.code, error.message) from error

    def cancel(self):
        self._call.cancel()

    @property
    def initial(self):
        return pairs(self._call)

    trailing = initial


def text(value):
    return value if isinstance(value, str) else base64.b64encode(value).decode()


def pairs(call):
    """There is one place for metadata at the end of a call, and `-bin` is base64 text."""
    return {
        key: base64.b64decode(value + "==") if key.endswith("-bin") else value for key, value in call.metadata.items()
    }
