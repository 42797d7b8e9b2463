internal import Messages

/// Bytes to message, with the status that a peer's broken bytes earn.
enum Codec {
    static func decode<M: Message>(_ bytes: [UInt8]) throws(Status) -> M {
        do throws(MessageError) {
            return try M(decoding: bytes)
        } catch {
            switch error.code {
            case .malformed, .invalidText: throw Status.malformed(error.message)
            case .tooLarge: throw Status.overLimit(error.message)
            }
        }
    }

    /// The same of what a client sends: every field has kept its rules.
    static func request<Q: Message>(_ bytes: [UInt8]) throws(Status) -> Q {
        let request: Q = try decode(bytes)
        try check(request)
        return request
    }

    static func check(_ request: some Message) throws(Status) {
        var violations = Violations()
        request.check(&violations)
        if let status = Status(violations) { throw status }
    }

    /// Elsewhere, if it is large. What a server says is not judged: it may know more values than this version.
    static func decode<M: Message>(
        _ bytes: [UInt8], _ offload: Offload?, isRequest: Bool
    ) async throws(Status) -> M {
        guard let offload, bytes.count > Offload.inlineBytesMax else { return try read(bytes, isRequest) }
        let message = await offload.read {
            Result { () throws(Status) -> M in try read(bytes, isRequest) }
        } use: {
            $0
        }
        return try message.get()
    }

    private static func read<M: Message>(_ bytes: [UInt8], _ isRequest: Bool) throws(Status) -> M {
        isRequest ? try request(bytes) : try decode(bytes)
    }
}
