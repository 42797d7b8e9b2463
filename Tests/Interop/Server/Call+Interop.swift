internal import InteropContract
internal import RPC

extension Call {
    /// Sends back what the client sent under gRPC's two keys: one at the beginning of the response, one at its end.
    func echoMetadata() {
        for entry in metadata {
            switch entry.key {
            case "x-grpc-test-echo-initial": setHeader(entry.key, entry.value)
            case "x-grpc-test-echo-trailing-bin": setTrailer(entry.key, entry.value)
            default: break
            }
        }
    }

    /// Refuses a message that was compressed and should not have been, or the other way round.
    func check(_ expected: BoolValue?) throws(Status) {
        guard let expected, expected.value != requestWasCompressed else { return }
        throw Status(
            .invalidArgument, .unspecified, "expected compressed: \(expected.value), was: \(requestWasCompressed)")
    }
}
