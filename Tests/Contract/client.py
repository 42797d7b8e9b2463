"""A client of Mandate's native protocol in one file, written from proto/PROTOCOL.md: an example to copy.

It needs PyPI's protobuf and the messages that `protoc --python_out` makes of proto/.

    connection = Connection("127.0.0.1", 7402, authority="authority.pem", certificate="me.pem", key="me.key")
    answer = connection.unary("mandate.mailbox.v1.AccessService/Check", CheckRequest(...))

A connection belongs to one thread. Calls on it may overlap: while one waits, the frames of the others are kept
for them. Reading happens only inside a call, so a connection that nobody uses does not answer pings.
"""

import socket
import ssl
from collections import deque

from google.protobuf import descriptor_pool, message_factory
from mandate.rpc.v1 import frame_pb2, status_pb2

ALPN = "mandate-rpc/1"
VERSION = 1
FRAME_BYTES_MAX = 4 << 20
STREAM_WINDOW_BYTES = 64 << 10
ERROR_INFO = "type.googleapis.com/google.rpc.ErrorInfo"
BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest"

# gRPC's codes.
CODES = (
    "OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED "
    "RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS "
    "UNAUTHENTICATED"
).split()


class CallError(Exception):
    """A call that ended with a status other than OK. Programs act on `reason`, the name of a value of the domain's enum
    of reasons, or on `number`, which is the value; people read `message`. `violations`: every field of the request that
    is wrong, each with its path, reason and rule."""

    def __init__(self, code, reason="", message="", domain="", metadata=None, number=0, violations=()):
        super().__init__(f"{code} {reason}: {message}")
        self.code, self.reason, self.message, self.domain, self.number = code, reason, message, domain, number
        self.metadata, self.violations = metadata or {}, list(violations)

    @classmethod
    def of(cls, status):
        code = CODES[status.code] if 0 <= status.code < len(CODES) else "UNKNOWN"
        details = {detail.type_url: detail.value for detail in status.details}
        info = status_pb2.ErrorInfo.FromString(details.get(ERROR_INFO, b""))
        wrong = status_pb2.BadRequest.FromString(details.get(BAD_REQUEST, b"")).field_violations
        metadata = {pair.key: pair.value for pair in info.metadata}
        number = int(metadata.pop("reason_number", 0))
        return cls(code, info.reason, status.message, info.domain, metadata, number, wrong)


class ConnectionEnded(ConnectionError):
    """The connection is over. `reason` names the broken rule when the server said one, as in FRAME_SIZE."""

    def __init__(self, reason=None, message=""):
        super().__init__(f"{reason or 'closed'}: {message}")
        self.reason, self.message = reason, message


def tls_context(authority, certificate=None, key=None, protocols=(ALPN,)):
    """TLS 1.3 only, the server verified, this side's certificate shown."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_verify_locations(authority)
    if certificate:
        context.load_cert_chain(certificate, key)
    if protocols:
        context.set_alpn_protocols(list(protocols))
    return context


def connect(host, port, context, server_name="localhost", timeout=15.0, source=None):
    """A TLS socket; from the address `source`, if the machine has several."""
    plain = socket.create_connection((host, port), timeout=timeout, source_address=source and (source, 0))
    try:
        # Frames are small, and each is written whole: waiting for more only costs time.
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return context.wrap_socket(plain, server_hostname=server_name)
    except BaseException:
        plain.close()
        raise


class Connection:
    """One TLS connection and the calls on it."""

    def __init__(
        self, host, port, *, authority, certificate=None, key=None, server_name="localhost", protocols=(ALPN,),
        say_hello=True, frame_bytes_max=FRAME_BYTES_MAX, stream_window_bytes=STREAM_WINDOW_BYTES, timeout=15.0,
        call_timeout=10.0,
    ):
        """`timeout`: seconds that any single wait for the server may take; `call_timeout`: that a call may take which
        names no time of its own. `say_hello=False` leaves the protocol's
        first step to the caller, for tests of what happens without. The rest of the limits go into this side's hello."""
        context = tls_context(authority, certificate, key, protocols)
        self._socket = connect(host, port, context, server_name, timeout)
        self.frame_bytes_max, self.stream_window_bytes = frame_bytes_max, stream_window_bytes
        self.call_timeout = call_timeout
        self._received = bytearray()
        self._calls = {}
        self._pongs = deque()
        self._next_stream = 1
        self.draining = None
        self.server_hello = None
        if say_hello:
            try:
                self.hello()
            except BaseException:
                self.close()
                raise

    # Frames.

    def send_bytes(self, data):
        try:
            self._socket.sendall(data)
        except (ssl.SSLError, BrokenPipeError, ConnectionResetError) as error:
            raise ConnectionEnded(message=str(error)) from error

    def send(self, frame):
        body = frame.SerializeToString()
        if self.server_hello and len(body) > self.server_hello.frame_bytes_max:
            raise ValueError(f"a frame of {len(body)} bytes is more than the server takes")
        self.send_bytes(len(body).to_bytes(4, "big") + body)

    def read_frame(self):
        """The next frame, whatever it is. Raises ConnectionEnded at the end, TimeoutError after `timeout`."""
        length = int.from_bytes(self._read(4), "big")
        if not 0 < length <= self.frame_bytes_max:
            self.close()
            raise ConnectionEnded("FRAME_SIZE", f"the server sent a frame of {length} bytes")
        return frame_pb2.Frame.FromString(self._read(length))

    def _read(self, count):
        while len(self._received) < count:
            try:
                part = self._socket.recv(65536)
            except (ssl.SSLError, ConnectionResetError) as error:
                raise ConnectionEnded(message=str(error)) from error
            if not part:
                raise ConnectionEnded(message="the server closed the connection")
            self._received += part
        data = bytes(self._received[:count])
        del self._received[:count]
        return data

    def hello(self):
        """Both sides' first frame. What the server's hello says binds what this side sends."""
        self.send(
            frame_pb2.Frame(
                hello=frame_pb2.Hello(
                    version=VERSION, frame_bytes_max=self.frame_bytes_max, stream_window_bytes=self.stream_window_bytes
                )
            )
        )
        frame = self.read_frame()
        if frame.WhichOneof("kind") == "goaway":
            self._end(frame.goaway)
        if frame.WhichOneof("kind") != "hello" or frame.hello.version != VERSION:
            raise ConnectionEnded("HELLO", "the server's first frame is no hello of version 1")
        self.server_hello = frame.hello

    # Calls.

    def unary(self, method, request, *, timeout=..., metadata=None):
        """One message each way. Raises CallError unless the call ends with OK."""
        return self.call(method, request, done=True, timeout=timeout, metadata=metadata).answer()

    def call(self, method, request=None, *, done=False, timeout=..., metadata=None):
        """Starts a call of any kind. `done`: no message follows `request`. `timeout`: seconds; the connection's unless
        given; None is no deadline."""
        if timeout is ...:
            timeout = self.call_timeout
        if self.draining:
            raise ConnectionEnded("DRAINING", self.draining.message)
        call = Call(self, self._next_stream, method)
        self._next_stream += 2
        start = frame_pb2.Request(method=method, no_message=request is None, done=done)
        if request is not None:
            start.message = request.SerializeToString()
        if timeout is not None:
            start.timeout.FromNanoseconds(int(timeout * 1e9))
        for key, value in (metadata or {}).items():
            start.metadata.add(key=key, value=value)
        self._calls[call.stream] = call
        self.send(frame_pb2.Frame(stream=call.stream, request=start))
        return call

    def ping(self, data):
        """Sends a ping and waits for its pong."""
        self.send(frame_pb2.Frame(ping=frame_pb2.Ping(data=data)))
        while not self._pongs:
            self._pump()
        return self._pongs.popleft()

    def goaway(self):
        """Says that no more calls come from this side. Those under way still end."""
        reason = frame_pb2.GOAWAY_REASON_DRAINING
        self.send(frame_pb2.Frame(goaway=frame_pb2.Goaway(reason=reason)))

    def close(self):
        """Says close_notify and does not wait for the server's."""
        try:
            self._socket.settimeout(0)
            self._socket.unwrap()
        except (OSError, ValueError):
            # Not yet answered, or closed by the server before.
            pass
        self._socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _pump(self):
        """Reads one frame and gives it to whom it is for."""
        frame = self.read_frame()
        kind = frame.WhichOneof("kind")
        if kind == "ping":
            self.send(frame_pb2.Frame(pong=frame_pb2.Pong(data=frame.ping.data)))
        elif kind == "pong":
            self._pongs.append(frame.pong.data)
        elif kind == "goaway":
            self._end(frame.goaway)
        elif frame.stream in self._calls:
            self._calls[frame.stream]._take(kind, frame)
        # Else: a frame for a call that this side has cancelled, on its way while the cancel was too.

    def _end(self, goaway):
        if goaway.reason != frame_pb2.GOAWAY_REASON_DRAINING:
            self.close()
            name = frame_pb2.GoawayReason.Name(goaway.reason).removeprefix("GOAWAY_REASON_")
            raise ConnectionEnded(name, goaway.message)
        # The server drains: calls up to last_stream are still answered, later ones never were begun.
        self.draining = goaway
        for call in list(self._calls.values()):
            if call.stream > goaway.last_stream:
                call._finish(CallError("UNAVAILABLE", "DRAINING", goaway.message))


class Call:
    """One call. Unary: `answer`. Streams: `send`, `half_close`, and iterate for the server's messages."""

    def __init__(self, connection, stream, method):
        service, _, name = method.rpartition("/")
        self.connection, self.stream = connection, stream
        self._answer_type = answer_type(service, name)
        self._messages = deque()
        # What the server takes ahead of credit, as its hello says.
        self._window = connection.server_hello.stream_window_bytes if connection.server_hello else 0
        self._consumed = 0
        self._ended = False
        self._error = None
        self._last = b""
        self.metadata = {}

    def answer(self):
        """Waits for the end; returns the one message of a unary or client-streaming call."""
        while not self._ended:
            self.connection._pump()
        if self._error:
            raise self._error
        return self._answer_type.FromString(self._last)

    def send(self, message):
        """One more message. Waits while the window is used up; the last message may overdraw it."""
        body = message.SerializeToString()
        while self._window <= 0 and not self._ended:
            self.connection._pump()
        if self._ended:
            raise self._error or CallError("CANCELLED", "", "the server has ended the call")
        self._window -= cost(body)
        self._frame(message=frame_pb2.Message(body=body))

    def half_close(self):
        """No more messages from this side."""
        self._frame(half_close=frame_pb2.HalfClose())

    def cancel(self):
        """Gives the call up. Nothing more comes of it."""
        if not self._ended:
            self._frame(cancel=frame_pb2.Cancel())
            self._finish(CallError("CANCELLED", "CANCELLED", "cancelled here"))

    def receive(self):
        """The server's next message; None when the call has ended with OK."""
        while not self._messages and not self._ended:
            self.connection._pump()
        if not self._messages:
            if self._error:
                raise self._error
            return None
        body = self._messages.popleft()
        self._consumed += cost(body)
        # Credit in halves of the window: few frames, and the server never runs dry.
        if self._consumed >= max(1, self.connection.stream_window_bytes // 2) and not self._ended:
            self._frame(credit=frame_pb2.Credit(bytes=self._consumed))
            self._consumed = 0
        return self._answer_type.FromString(body)

    def __iter__(self):
        while (message := self.receive()) is not None:
            yield message

    def _frame(self, **kind):
        self.connection.send(frame_pb2.Frame(stream=self.stream, **kind))

    def _take(self, kind, frame):
        if kind == "message":
            self._messages.append(frame.message.body)
        elif kind == "credit":
            self._window += frame.credit.bytes
        elif kind == "response":
            self.metadata = {pair.key: pair.value for pair in frame.response.metadata}
            self._last = frame.response.message
            status = frame.response.status
            self._finish(CallError.of(status) if status.code else None)
        else:
            self.connection.close()
            raise ConnectionEnded("UNEXPECTED_FRAME", f"the server sent {kind} on stream {frame.stream}")

    def _finish(self, error):
        self._ended, self._error = True, error
        self.connection._calls.pop(self.stream, None)


def cost(body):
    """What a message takes of the window: its bytes, but an empty one is not free."""
    return max(1, len(body))


def answer_type(service, name):
    """The class of a method's answer, from the generated code that is loaded; raw bytes for a method unknown here."""
    try:
        method = descriptor_pool.Default().FindServiceByName(service).methods_by_name[name]
    except KeyError:
        return bytes_answer
    return message_factory.GetMessageClass(method.output_type)


class bytes_answer:
    @staticmethod
    def FromString(data):
        return data
