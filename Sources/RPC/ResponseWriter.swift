package import Messages

/// Sends the messages of a server-streaming or bidirectional call.
package struct ResponseWriter<Element: Message>: Sendable {
    let stream: CallStream

    /// Waits while more than a window of bytes has not left. Throws the reason when the call is over,
    /// and RESOURCE_EXHAUSTED for a message over the client's limit. `compressed: false` leaves this message as it is on a
    /// call that compresses.
    package func send(_ message: Element, compressed: Bool = true) async throws(Status) {
        try await stream.send(message.encoded(), mayCompress: compressed)
    }
}

/// A client's half of a client-streaming or bidirectional call.
package struct ClientStream<Request: Message, Response: Message>: Sendable {
    let stream: CallStream

    /// Waits while more than a window of bytes has not left. Throws the call's status when it is over.
    package func send(_ message: Request) async throws(Status) {
        try await stream.send(message.encoded())
    }

    /// No more messages from here.
    package func finish() {
        stream.finish()
    }

    /// The server's messages.
    package var responses: ResponseReader<Response> { ResponseReader(stream: stream) }

    /// The one answer of a client-streaming call; finishes first.
    package func answer() async throws(Status) -> Response {
        stream.finish()
        guard let bytes = try await stream.receive() else {
            throw Status(.internal, .internal, "the server ended the call without an answer")
        }
        return try Codec.decode(bytes)
    }

    /// Gives the call up.
    package func cancel() {
        stream.cancelFromOutside()
    }
}
