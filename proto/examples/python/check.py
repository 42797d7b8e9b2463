"""Asks mandate-mailbox over gRPC whether an account may do something with a mailbox.

    check.py localhost:7402 .mandate/certificates portal acc_… mbx_… OPEN

Prints `allowed: …` or `denied: …` with the decision's reason. Ends with 0, 1 when denied, and 2 when there is no
answer. What the server would refuse for its form is not sent.

Needs PyPI's grpcio, protobuf and protovalidate, and the messages that `protoc --python_out` makes of proto/ (see README.md).
"""

import sys
from pathlib import Path

import grpc
import protovalidate
from mandate.mailbox.v1 import access_pb2
from mandate.rpc.v1 import status_pb2


def connect(server, certificates, caller):
    """TLS both ways: the server knows its caller by the URI in the certificate."""
    folder = Path(certificates)
    credentials = grpc.ssl_channel_credentials(
        root_certificates=(folder / "authority.pem").read_bytes(),
        private_key=(folder / f"{caller}.key").read_bytes(),
        certificate_chain=(folder / f"{caller}.pem").read_bytes(),
    )
    return grpc.secure_channel(server, credentials)


def question(account, mailbox, right):
    return access_pb2.CheckRequest(
        account_id=account, mailbox_id=mailbox, right=access_pb2.Right.Value(f"RIGHT_{right}")
    )


def check(channel, request):
    # What AccessServiceStub.Check of grpcio-tools is, for who generates stubs too.
    ask = channel.unary_unary(
        "/mandate.mailbox.v1.AccessService/Check",
        request_serializer=access_pb2.CheckRequest.SerializeToString,
        response_deserializer=access_pb2.CheckResponse.FromString,
    )
    # Always with a deadline. A decision comes from memory; without a lease the server says UNAVAILABLE at once.
    return ask(request, timeout=2.0)


def reason(error):
    """What a program acts on, besides the code: the reason in the one ErrorInfo of the details."""
    details = dict(error.trailing_metadata() or ()).get("grpc-status-details-bin", b"")
    for detail in status_pb2.Status.FromString(details).details:
        if detail.type_url == "type.googleapis.com/google.rpc.ErrorInfo":
            return status_pb2.ErrorInfo.FromString(detail.value).reason
    return "-"


def wrong(request):
    """What the contract's rules have against a request, as the server would say it: the field, and what it must be."""
    for violation in protovalidate.collect_violations(request):
        path = ".".join(element.field_name for element in violation.proto.field.elements)
        yield f"{path}: {violation.proto.message} ({violation.proto.rule_id})"


def main(server, certificates, caller, account, mailbox, right):
    request = question(account, mailbox, right)
    if violations := list(wrong(request)):
        print("INVALID_ARGUMENT", *violations, sep="\n", file=sys.stderr)
        return 2
    with connect(server, certificates, caller) as channel:
        try:
            answer = check(channel, request)
        except grpc.RpcError as error:
            print(f"{error.code().name} {reason(error)}: {error.details()}", file=sys.stderr)
            return 2
    decision = access_pb2.DecisionReason.Name(answer.reason).removeprefix("DECISION_REASON_")
    print(f"{'allowed' if answer.allowed else 'denied'}: {decision}")
    return 0 if answer.allowed else 1


if __name__ == "__main__":
    if len(sys.argv) != 7:
        sys.exit("usage: check.py SERVER CERTIFICATES CALLER ACCOUNT MAILBOX RIGHT")
    sys.exit(main(*sys.argv[1:]))
