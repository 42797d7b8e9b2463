internal import Messages

/// A handler of a unary method, for a request that is still bytes.
struct UnaryHandler: Sendable {
    /// A request that has been read: what is left is to answer it.
    typealias Prepared = @Sendable (Call) throws(Status) -> Answer<[UInt8]>

    /// Reads and answers, as `read` and then what it returns would, but without a closure for each call.
    let answer: @Sendable ([UInt8], Call) throws(Status) -> Answer<[UInt8]>
    /// Only reads, on any thread.
    let read: @Sendable ([UInt8]) throws(Status) -> Prepared

    init<Q: Message, A: Message>(_ handler: @escaping @Sendable (Q, Call) throws(Status) -> Answer<A>) {
        answer = { (bytes, call) throws(Status) in try Self.encoded(handler(Codec.request(bytes), call)) }
        read = { (bytes) throws(Status) in
            let request: Q = try Codec.request(bytes)
            return { (call) throws(Status) in try Self.encoded(handler(request, call)) }
        }
    }

    private static func encoded<A: Message>(_ answer: Answer<A>) -> Answer<[UInt8]> {
        switch answer {
        case .now(let answer): .now(answer.encoded())
        case .later(let body): .later { try await body().encoded() }
        }
    }
}
