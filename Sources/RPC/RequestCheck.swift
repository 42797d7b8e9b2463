internal import Messages
internal import NIOCore

/// What of a request can be wrong before its handler sees it. The call is refused, the connection lives.
enum RequestCheck {
    /// HTTP/2's overhead for a pair, so that empty pairs are not free (RFC 9113 §6.5.2).
    static let metadataPairBytes = 32

    static func metadata(_ entries: [MetadataEntry], _ limits: Limits) throws(Status) {
        var bytes = 0
        for entry in entries {
            bytes += entry.key.utf8.count + entry.value.utf8.count + metadataPairBytes
            guard bytes <= limits.metadataBytesMax else {
                throw Status.overLimit("metadata over \(limits.metadataBytesMax) bytes")
            }
            guard !entry.key.isEmpty, entry.key.utf8.allSatisfy(isKeyByte) else {
                throw Status.invalidField(
                    "metadata.key", "a metadata key is lower-case letters, digits, '-', '_' and '.'")
            }
        }
    }

    /// The absolute deadline; nil without a timeout. Zero is a deadline that has passed.
    static func deadline(
        _ timeout: WireDuration?, _ now: NIODeadline, _ limits: Limits
    ) throws(Status) -> NIODeadline? {
        guard let timeout else { return nil }
        guard let nanoseconds = timeout.nanoseconds, nanoseconds >= 0,
            Duration.nanoseconds(nanoseconds) <= limits.timeoutMax
        else {
            throw Status.invalidField("timeout", "the timeout is negative, broken or over \(limits.timeoutMax)")
        }
        guard nanoseconds > 0 else { throw Status.deadlineExceeded }
        return now + .nanoseconds(nanoseconds)
    }

    static func shape(_ request: Request, _ kind: CallKind) throws(Status) {
        guard !kind.hasSingleRequest || (request.done && !request.noMessage) else {
            throw Status.malformed("this method takes one message: the request holds it and sets done")
        }
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }
}
