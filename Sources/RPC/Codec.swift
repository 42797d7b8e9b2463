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

    /// Elsewhere, if it is large.
    static func decode<M: Message>(_ bytes: [UInt8], _ offload: Offload?) async throws(Status) -> M {
        guard let offload, bytes.count > Offload.inlineBytesMax else { return try decode(bytes) }
        let message = await offload.read {
            Result { () throws(Status) -> M in try decode(bytes) }
        } use: {
            $0
        }
        return try message.get()
    }
}
