package import Messages

/// gRPC's codes, with gRPC's numbers.
package enum Code: Int32, Sendable, CaseIterable {
    case ok = 0
    case cancelled = 1
    case unknown = 2
    case invalidArgument = 3
    case deadlineExceeded = 4
    case notFound = 5
    case alreadyExists = 6
    case permissionDenied = 7
    case resourceExhausted = 8
    case failedPrecondition = 9
    case aborted = 10
    case outOfRange = 11
    case unimplemented = 12
    case `internal` = 13
    case unavailable = 14
    case dataLoss = 15
    case unauthenticated = 16
}

/// How a call fails: a code, a message for people, and what a program acts on.
package struct Status: Error, Sendable, Equatable, CustomStringConvertible {
    package var code: Code
    /// In English, for a developer. Never SQL, paths or keys.
    package var message: String
    /// `.unspecified` for none.
    package var reason: ErrorReason
    /// More, by key: `field`, `scope`, `needed`, `held`.
    package var metadata: [String: String]
    /// Where it is more than what `reason` and `field` say of one field: see `violations`.
    var listed: [FieldViolation] = []

    package init(
        _ code: Code, _ reason: ErrorReason, _ message: String, metadata: [String: String] = [:]
    ) {
        self.code = code
        self.reason = reason
        self.message = message
        self.metadata = metadata
    }

    package var description: String {
        let name = reason == .unspecified ? "" : " (\(reason.name))"
        return "\(code)\(name): \(message)"
    }
}

// MARK: On the wire

extension Status {
    private static let errorInfoType = "type.googleapis.com/google.rpc.ErrorInfo"

    /// The pair of an ErrorInfo's metadata that bears the reason's number.
    private static let numberKey = "reason_number"

    /// Bytes of the message, and of one value of the metadata. A status that quotes what a peer sent must still
    /// fit into the smallest frame a peer may ask for (`Greeting.frameBytesLeast`).
    private static let messageBytesMax = 2048
    static let valueBytesMax = 512

    /// The beginning of a text. By bytes: one character can be as long as the whole text.
    static func clipped(_ text: String, to byteCount: Int) -> String {
        text.utf8.count <= byteCount ? text : String(decoding: text.utf8.prefix(byteCount), as: UTF8.self) + "…"
    }

    /// As `google.rpc.Status` with one `ErrorInfo`, keys in order so that equal statuses are equal bytes.
    package var wire: WireStatus {
        let message = Self.clipped(message, to: Self.messageBytesMax)
        guard reason != .unspecified || !metadata.isEmpty else {
            return WireStatus(code: code.rawValue, message: message)
        }
        var pairs = metadata.map { MetadataEntry(key: $0.key, value: Self.clipped($0.value, to: Self.valueBytesMax)) }
        if reason.number != 0 { pairs.append(MetadataEntry(key: Self.numberKey, value: "\(reason.number)")) }
        pairs.sort { $0.key < $1.key }
        let info = ErrorInfo(
            reason: reason == .unspecified ? "" : Self.clipped(reason.name, to: Self.valueBytesMax),
            domain: Self.clipped(reason.domain, to: Self.valueBytesMax), metadata: pairs)
        let details = [AnyMessage(typeUrl: Self.errorInfoType, value: info.encoded())]
        return WireStatus(code: code.rawValue, message: message, details: details + badRequest)
    }

    /// A code that is not gRPC's reads as UNKNOWN; a detail that is not a readable ErrorInfo is left out.
    package init(wire: WireStatus) {
        self.init(Code(rawValue: wire.code) ?? .unknown, .unspecified, wire.message)
        guard let detail = wire.details.first(where: { $0.typeUrl == Self.errorInfoType }) else { return }
        do throws(MessageError) {
            let info = try ErrorInfo(decoding: detail.value)
            metadata = Dictionary(info.metadata.map { ($0.key, $0.value) }) { first, _ in first }
            let number = metadata.removeValue(forKey: Self.numberKey).flatMap { Int32($0) }
            reason = ErrorReason(domain: info.domain, name: info.reason, number: number ?? 0)
        } catch {
            // The code and the message still stand.
            reason = .unspecified
        }
        listed = Self.violations(in: wire.details, unless: violations)
    }
}

// MARK: What this module says itself

extension Status {
    static let cancelled = Status(.cancelled, .cancelled, "the call was cancelled")
    static let deadlineExceeded = Status(.deadlineExceeded, .deadlineExceeded, "the deadline has passed")
    static let draining = Status(.unavailable, .draining, "the server is draining")
    static let internalError = Status(.internal, .internal, "internal error")

    /// For who still sends on a call that the server has ended with OK.
    static let ended = Status(.cancelled, .cancelled, "the server has ended the call")

    static func disconnected(_ why: String) -> Status {
        Status(.unavailable, .disconnected, why)
    }

    static func unknownMethod(_ path: String) -> Status {
        Status(.unimplemented, .unknownMethod, "no method \(clipped(path, to: 200))")
    }

    static func malformed(_ message: String) -> Status {
        Status(.invalidArgument, .malformedMessage, message)
    }

    static func invalidField(_ field: String, _ message: String) -> Status {
        Status(.invalidArgument, .invalidField, message, metadata: ["field": field])
    }

    static func overLimit(_ message: String) -> Status {
        Status(.resourceExhausted, .limitExceeded, message)
    }
}
