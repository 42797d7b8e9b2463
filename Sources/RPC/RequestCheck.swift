internal import Messages
internal import NIOCore

/// What of a request can be wrong before its handler sees it. The call is refused, the connection lives.
enum RequestCheck {
    /// HTTP/2's overhead for a pair, so that empty pairs are not free (RFC 9113 §6.5.2).
    static let metadataPairBytes = 32

    /// How many bytes they are.
    @discardableResult
    static func metadata(_ entries: [MetadataEntry], _ limits: Limits) throws(Status) -> Int {
        var bytes = 0
        for entry in entries {
            bytes += entry.key.utf8.count + entry.value.utf8.count + metadataPairBytes
            guard bytes <= limits.metadataBytesMax else {
                throw Status.overLimit("metadata over \(limits.metadataBytesMax) bytes")
            }
            if isRead(entry.key) { try checkOwn(entry) }
        }
        return bytes
    }

    /// Whether somebody here acts on metadata of this key. The rest passes, whatever it holds: proxies and libraries add
    /// their own. `traceparent` passes too: a broken one is none (`TraceParent`).
    static func isRead(_ key: String) -> Bool {
        key.utf8.starts(with: "mandate-".utf8)
    }

    private static func checkOwn(_ entry: MetadataEntry) throws(Status) {
        guard entry.key.utf8.allSatisfy(isKeyByte) else {
            throw Status.invalidField(
                "metadata.key", "a key of mandate- is lower-case letters, digits, '-', '_' and '.'")
        }
        guard entry.value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw notPrintable(entry.key) }
    }

    static func notPrintable(_ key: String) -> Status {
        Status.invalidField("metadata.value", "the value of \(key) is not printable ASCII")
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
