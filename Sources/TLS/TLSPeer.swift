/// What is known of the other side after the handshake.
package struct TLSPeer: Sendable, Equatable {
    /// The URI among the certificate's subject alternative names, e.g. `spiffe://example.org/service/mailbox`.
    ///
    /// Nil without a certificate, and also when it has several URIs: a caller has one name (SPIFFE X.509-SVID §2).
    package let uri: String?
    /// The DNS names among the certificate's subject alternative names.
    package let dnsNames: [String]
    /// The application protocol (ALPN) both sides agreed on; never empty.
    package let protocolName: String
    /// `TLSv1.3` or `TLSv1.2`.
    package let version: String
    /// Seconds since 1970 from which on the peer's certificate, or one of its authorities', is no longer valid; nil without one.
    package let certificateExpiry: Int64?

    package init(
        uri: String?, dnsNames: [String], protocolName: String, version: String,
        certificateExpiry: Int64?
    ) {
        self.uri = uri
        self.dnsNames = dnsNames
        self.protocolName = protocolName
        self.version = version
        self.certificateExpiry = certificateExpiry
    }
}

/// Fired once as a user inbound event, before the first plaintext.
package struct TLSHandshakeCompleted: Sendable, Equatable {
    package let peer: TLSPeer

    package init(peer: TLSPeer) {
        self.peer = peer
    }
}
