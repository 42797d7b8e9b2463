"""grpcio, Google's."""

import queue

import grpc

from contract import answer_type, pathed
from outcome import Answer, Failed, only
from patience import PATIENCE_SECONDS

END = object()


class Stack:
    compresses = True

    def __init__(self, server, caller=None):
        own = [(server.certificates / f"{caller}.{end}").read_bytes() for end in ("key", "pem")] if caller else []
        credentials = grpc.ssl_channel_credentials(server.authority.read_bytes(), *own)
        # Tests in one process share connections unless told otherwise.
        options = [("grpc.use_local_subchannel_pool", 1), ("grpc.ssl_target_name_override", "localhost")]
        self._channel = grpc.secure_channel(f"127.0.0.1:{server.port}", credentials, options)

    def unary(self, method, request, *, metadata=None, timeout=PATIENCE_SECONDS, compressed=False):
        return self._answer(self._future(method, request, metadata, timeout, compressed))

    def many(self, method, request, count):
        """`count` calls at once; grpcio waits when the server takes no more."""
        return [self._answer(call) for call in [self._future(method, request, timeout=PATIENCE_SECONDS) for _ in range(count)]]

    def call(self, method, request=None, *, metadata=None, timeout=PATIENCE_SECONDS, compressed=False):
        """`request`: the only message of a server-streaming call."""
        return only(request, Call(self._channel, method, pairs(metadata), timeout, compression(compressed)))

    def _future(self, method, request, metadata=None, timeout=PATIENCE_SECONDS, compressed=False):
        ask = self._channel.unary_unary(f"/{pathed(method)}", encode, answer_type(method).FromString)
        return ask.future(request, timeout=timeout, metadata=pairs(metadata), compression=compression(compressed))

    def _answer(self, call):
        try:
            return Answer(call.result(), dict(call.initial_metadata()), dict(call.trailing_metadata()))
        except grpc.RpcError as error:
            raise Failed(error.code().name, error.details()) from error

    def close(self):
        self._channel.close()


class Call:
    """Streams both ways, whatever the method's kind: on the wire they do not differ."""

    def __init__(self, channel, method, metadata, timeout, compression):
        self._messages = queue.SimpleQueue()
        ask = channel.stream_stream(f"/{pathed(method)}", encode, answer_type(method).FromString)
        self._call = ask(iter(self._messages.get, END), timeout=timeout, metadata=metadata, compression=compression)

    def send(self, message):
        self._messages.put(message)

    def done(self):
        self._messages.put(END)

    def receive(self):
        try:
            return next(self._call, None)
        except grpc.RpcError as error:
            self.done()
            raise Failed(error.code().name, error.details()) from error

    def cancel(self):
        self._call.cancel()
        self.done()

    @property
    def initial(self):
        return dict(self._call.initial_metadata())

    @property
    def trailing(self):
        return dict(self._call.trailing_metadata())


def encode(message):
    return message.SerializeToString()


def pairs(metadata):
    return tuple((metadata or {}).items())


def compression(wanted):
    return grpc.Compression.Gzip if wanted else grpc.Compression.NoCompression
