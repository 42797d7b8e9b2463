"""The messages of Tests/Interop/proto, without generated modules: a package `grpc` of ours would hide grpcio's."""

import subprocess
from pathlib import Path

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

PROTO = Path(__file__).parent / "proto"
SERVICE = "grpc.testing.TestService"


def load():
    """Adds the files to protobuf's default pool; returns the service."""
    files = sorted(str(path.relative_to(PROTO)) for path in PROTO.glob("grpc/testing/*.proto"))
    command = ["protoc", "-I.", "--include_imports", "--descriptor_set_out=/dev/stdout", *files]
    made = subprocess.run(command, cwd=PROTO, check=True, capture_output=True).stdout
    pool = descriptor_pool.Default()
    for file in descriptor_pb2.FileDescriptorSet.FromString(made).file:
        pool.Add(file)
    return pool.FindServiceByName(SERVICE)


METHODS = load().methods_by_name


def message(name):
    return message_factory.GetMessageClass(descriptor_pool.Default().FindMessageTypeByName(f"grpc.testing.{name}"))


Empty, Payload, BoolValue = message("Empty"), message("Payload"), message("BoolValue")
SimpleRequest, EchoStatus = message("SimpleRequest"), message("EchoStatus")
ResponseParameters = message("ResponseParameters")
StreamingInputCallRequest = message("StreamingInputCallRequest")
StreamingOutputCallRequest = message("StreamingOutputCallRequest")


def answer_type(method):
    """Of a method that the server has; Empty for the two that it has not."""
    _, _, name = method.rpartition("/")
    return message_factory.GetMessageClass(METHODS[name].output_type) if name in METHODS else Empty


def zeros(size):
    return Payload(body=bytes(size))


def sized(*sizes):
    return [ResponseParameters(size=size) for size in sizes]


def pathed(name):
    """`UnaryCall` as `grpc.testing.TestService/UnaryCall`; what has a service already stays."""
    return name if "/" in name else f"{SERVICE}/{name}"
