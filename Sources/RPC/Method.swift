package import Messages

/// Which side of a call sends one message and which a stream.
package enum CallKind: Sendable {
    case unary
    case clientStreaming
    case serverStreaming
    case bidirectional

    /// The client sends exactly one message, inside its request frame.
    package var hasSingleRequest: Bool {
        switch self {
        case .unary, .serverStreaming: true
        case .clientStreaming, .bidirectional: false
        }
    }

    /// The server sends exactly one message, inside its response frame.
    package var hasSingleResponse: Bool {
        switch self {
        case .unary, .clientStreaming: true
        case .serverStreaming, .bidirectional: false
        }
    }
}

/// One method, without its types. One object a method, so that a call holds it for the price of one reference.
package final class MethodDescriptor: Sendable {
    /// `mandate.mailbox.v1.AccessService/Check`.
    package let path: String
    package let kind: CallKind
    /// Who may call it, as its `.proto` file declares.
    package let access: Access
    /// What the log calls it; nil when it has no name for it.
    package let log: MethodLog?

    package init(path: String, kind: CallKind, access: Access, log: MethodLog? = nil) {
        self.path = path
        self.kind = kind
        self.access = access
        self.log = log
    }
}

/// One method of the contract, with its types.
package struct Method<Request: Message, Response: Message>: Sendable {
    package let descriptor: MethodDescriptor

    package init(_ path: String, _ kind: CallKind, _ access: Access, log: MethodLog? = nil) {
        descriptor = MethodDescriptor(path: path, kind: kind, access: access, log: log)
    }

    /// The same method with other types, of which every message has the same bytes.
    package init(_ descriptor: MethodDescriptor) { self.descriptor = descriptor }
}
