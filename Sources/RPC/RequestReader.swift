package import Messages

/// The messages of a client, in order. Ends at its half-close; fails when the call is cancelled, and at a message with a
/// field that breaks its rules.
///
/// Credit goes back to the client when a message is taken: who does not read is not sent more.
package struct RequestReader<Element: Message>: AsyncSequence, Sendable {
    package typealias Failure = Status

    let stream: CallStream

    package func makeAsyncIterator() -> MessageIterator<Element> {
        MessageIterator(stream: stream, isRequest: true)
    }
}

/// The messages of a server, in order. Ends when the call ended OK; fails with its status.
///
/// Who stops reading before the end cancels; else the call stays open until its deadline.
package struct ResponseReader<Element: Message>: AsyncSequence, Sendable {
    package typealias Failure = Status

    let stream: CallStream

    package func makeAsyncIterator() -> MessageIterator<Element> {
        MessageIterator(stream: stream, isRequest: false)
    }

    /// Gives the call up. Also done when the task that reads is cancelled.
    package func cancel() {
        stream.cancelFromOutside()
    }
}

/// Takes the messages of one direction of a call.
package struct MessageIterator<Element: Message>: AsyncIteratorProtocol {
    package typealias Failure = Status

    let stream: CallStream
    let isRequest: Bool

    package func next() async throws(Status) -> Element? {
        guard let bytes = try await stream.receive() else { return nil }
        return try await Codec.decode(bytes, stream.offload, isRequest: isRequest)
    }

    package func next(isolation actor: isolated (any _Concurrency.Actor)?) async throws(Status) -> Element? {
        guard let bytes = try await stream.receive() else { return nil }
        return try await Codec.decode(bytes, stream.offload, isRequest: isRequest)
    }
}
