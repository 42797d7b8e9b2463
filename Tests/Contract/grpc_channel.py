"""grpcio's side of the tests: calls whose messages are bytes, and all that came of them."""

from dataclasses import dataclass

import grpc
from mandate.rpc.v1 import status_pb2

from client import CODES
from patience import PATIENCE_SECONDS

DETAILS = "grpc-status-details-bin"


@dataclass
class End:
    """How a call ended, whatever the protocol. `answer`: the one message, or the first of a stream."""

    code: str
    message: str
    details: list
    metadata: list
    answer: bytes | None


def channel(installation, server, caller):
    """One TLS connection as `caller`, the name of a certificate."""
    folder = installation.certificates
    files = (folder / "authority.pem", folder / f"{caller}.key", folder / f"{caller}.pem")
    credentials = grpc.ssl_channel_credentials(*(file.read_bytes() for file in files))
    options = [("grpc.use_local_subchannel_pool", 1), ("grpc.ssl_target_name_override", "localhost")]
    return grpc.secure_channel(f"127.0.0.1:{installation.servers[server].port}", credentials, options)


def ask(channel, method, messages, metadata):
    """Sends these messages and says that there are no more; a stream is given up after its first answer."""
    stream = channel.stream_stream(f"/{method}")(iter(messages), metadata=tuple(metadata.items()), timeout=PATIENCE_SECONDS)
    answer = None
    try:
        answer = next(stream, None)
        if answer is not None and method in ENDLESS:
            stream.cancel()
            return End("CANCELLED", "", [], [], answer)
        assert next(stream, None) is None, "a second answer"
    except grpc.RpcError:
        # The status is the stream's own.
        pass
    trailing = dict(stream.trailing_metadata())
    status = status_pb2.Status.FromString(trailing.pop(DETAILS, b""))
    code = stream.code().name
    if status.details:
        assert (CODES[status.code], status.message) == (code, stream.details()), "the details say something else"
    metadata = sorted((*stream.initial_metadata(), *trailing.items()))
    return End(code, stream.details(), list(status.details), metadata, answer)


# Streams that go on until somebody gives them up.
ENDLESS = {
    "grpc.health.v1.Health/Watch", "mandate.audit.v1.EventService/WatchEvents", "mandate.feed.v1.FeedService/FollowFeed",
}
