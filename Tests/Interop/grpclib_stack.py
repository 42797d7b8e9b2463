"""grpclib: gRPC in Python on the h2 package, which shares nothing with grpcio."""

import asyncio
import ssl

from grpclib.client import Channel
from grpclib.config import Configuration
from grpclib.const import Cardinality
from grpclib.exceptions import GRPCError, StreamTerminatedError
from h2.exceptions import StreamClosedError

from contract import answer_type, pathed
from outcome import Answer, Failed, only
from patience import PATIENCE_SECONDS


class Stack:
    compresses = "grpclib has no compression"

    def __init__(self, server, caller=None):
        context = ssl.create_default_context(cafile=server.authority)
        context.set_alpn_protocols(["h2"])
        if caller:
            context.load_cert_chain(server.certificates / f"{caller}.pem", server.certificates / f"{caller}.key")
        self._loop = asyncio.new_event_loop()
        # What grpclib's objects run on is asked for when they are made.
        asyncio.set_event_loop(self._loop)
        self._channel = Channel(
            "127.0.0.1", server.port, ssl=context, config=Configuration(ssl_target_name_override="localhost")
        )

    def unary(self, method, request, *, metadata=None, timeout=PATIENCE_SECONDS):
        return self._loop.run_until_complete(self._unary(method, request, metadata, timeout))

    def many(self, method, request, count):
        """`count` calls at once; grpclib waits when the server takes no more."""

        async def gather():
            return await asyncio.gather(*(self._unary(method, request, None, 60.0) for _ in range(count)))

        return self._loop.run_until_complete(gather())

    def call(self, method, request=None, *, metadata=None, timeout=PATIENCE_SECONDS):
        """`request`: the only message of a server-streaming call."""
        stream = self._stream(method, Cardinality.STREAM_STREAM, object, metadata, timeout)
        return only(request, Call(self._loop, stream))

    def _stream(self, method, cardinality, request_type, metadata, timeout):
        return self._channel.request(
            f"/{pathed(method)}", cardinality, request_type, answer_type(method), timeout=timeout, metadata=metadata
        )

    async def _unary(self, method, request, metadata, timeout):
        try:
            stream = self._stream(method, Cardinality.UNARY_UNARY, type(request), metadata, timeout)
            async with stream:
                await stream.send_message(request, end=True)
                message = await stream.recv_message()
                await stream.recv_trailing_metadata()
            return Answer(message, dict(stream.initial_metadata), dict(stream.trailing_metadata))
        except (GRPCError, StreamTerminatedError, asyncio.TimeoutError) as error:
            raise failed(error) from error

    def close(self):
        self._channel.close()
        # What the connection still has to do at its end.
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()


class Call:
    def __init__(self, loop, stream):
        self._loop, self._stream, self._cancelled = loop, stream, False
        self._run(self._begin())

    async def _begin(self):
        await self._stream.__aenter__()
        await self._stream.send_request()

    def send(self, message):
        self._run(self._stream.send_message(message))

    def done(self):
        try:
            self._run(self._stream.end())
        except StreamClosedError:
            # The server has ended the call meanwhile; `receive` says how.
            pass

    def receive(self):
        if self._cancelled:
            raise Failed("CANCELLED", "cancelled here")
        return self._run(self._receive())

    async def _receive(self):
        try:
            message = await self._stream.recv_message()
            if message is None:
                await self._stream.recv_trailing_metadata()
            return message
        except StreamTerminatedError as error:
            # Reset after its status: the server has ended a call that this side had not. The block's end finds it.
            await self._stream.__aexit__(type(error), error, error.__traceback__)
            raise

    def cancel(self):
        self._run(self._stream.cancel())
        self._cancelled = True

    @property
    def initial(self):
        return dict(self._stream.initial_metadata)

    @property
    def trailing(self):
        return dict(self._stream.trailing_metadata)

    def _run(self, work):
        try:
            return self._loop.run_until_complete(work)
        except (GRPCError, StreamTerminatedError, asyncio.TimeoutError) as error:
            raise failed(error) from error


def failed(error):
    if isinstance(error, GRPCError):
        return Failed(error.status.name, error.message or "")
    return Failed("DEADLINE_EXCEEDED" if isinstance(error, asyncio.TimeoutError) else "UNAVAILABLE", str(error))
