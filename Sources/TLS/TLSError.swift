/// Why TLS refused a file, a peer or a record. Key material never stands in the message.
package struct TLSError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        /// What was asked for cannot work whatever the peer does.
        case configuration
        /// One of our files is unusable, or the peer's certificate is refused.
        case certificate
        /// The peer's certificate is good, and is another's than that of who was wanted.
        case otherPeer
        /// The peers did not come to terms, or one of them sent an alert.
        case handshake
        /// The two sides have no application protocol (ALPN) in common.
        case noCommonProtocol
        /// The peer went away in the middle of the handshake.
        case closed
        /// A record is broken, or OpenSSL failed in a way of its own.
        case io
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
