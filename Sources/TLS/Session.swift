import COpenSSL
import NIOCore

/// Owns one SSL: one side of one connection, which knows nothing of channels.
///
/// Ciphertext goes in and out through `wire`, plaintext through `read` and `write`.
/// Invariants: touched by one thread at a time; holds its LoadedContext, whose memory the
/// callbacks use; after `.failed` only `wire.outbound` (the alert) is of use.
///
/// `@unchecked Sendable`: it belongs to one event loop, and changes hands only as HandshakeStep says.
/// OpenSSL ties an SSL to no thread; its queue of errors, which is the thread's, is emptied by each call here.
@safe
final class Session: @unchecked Sendable {
    enum Outcome {
        case done
        /// Nothing more without more ciphertext.
        case wantsRead
        /// The peer has said that it sends nothing more.
        case closed
        case failed(TLSError)
    }

    enum Handshake {
        case wantsRead
        /// Both sides have agreed, as far as this side can know.
        case done(TLSPeer)
        case failed(TLSError)
    }

    let wire = Wire()
    private let ssl: OpaquePointer
    private let context: LoadedContext
    private let expectedURI: String?
    /// What `verify` found wrong, in more words than an X509 error has.
    private var refusal: String?

    /// A server's side.
    init(server context: LoadedContext) throws(TLSError) {
        self.context = context
        expectedURI = nil
        unsafe ssl = try Self.make(context, wire)
        unsafe SSL_set_accept_state(ssl)
    }

    /// A client's side, which accepts the server by its URI if one is given, else by its name.
    init(client context: LoadedContext, serverName: String?, expectedURI: String?) throws(TLSError) {
        guard serverName != nil || expectedURI != nil else {
            throw TLSError(.configuration, "neither a name nor a URI is set to know the server by")
        }
        self.context = context
        self.expectedURI = expectedURI
        unsafe ssl = try Self.make(context, wire)
        unsafe SSL_set_connect_state(ssl)
        if let serverName { try name(serverName) }
        if expectedURI != nil {
            unsafe SSL_set_ex_data(ssl, 0, Unmanaged.passUnretained(self).toOpaque())
            unsafe SSL_set_verify(ssl, SSL_VERIFY_PEER) { chainIsGood, store in
                guard chainIsGood == 1, let session = unsafe Session.of(store) else { return 0 }
                return unsafe session.verify(store) ? 1 : 0
            }
        }
    }

    deinit {
        unsafe SSL_free(ssl)
    }

    private static func make(_ context: LoadedContext, _ wire: Wire) throws(TLSError) -> OpaquePointer {
        ERR_clear_error()
        guard let ssl = unsafe SSL_new(context.pointer) else {
            throw TLSError(.io, "OpenSSL cannot make a session: \(OpenSSLFailure.take()?.text ?? "unknown")")
        }
        guard let bio = unsafe wire.makeBIO() else {
            unsafe SSL_free(ssl)
            throw TLSError(.io, "OpenSSL cannot make a BIO: \(OpenSSLFailure.take()?.text ?? "unknown")")
        }
        // The same BIO both ways: one reference, which the SSL frees.
        unsafe SSL_set_bio(ssl, bio, bio)
        return unsafe ssl
    }

    // MARK: Progress

    /// Goes on with the handshake as far as what the peer has sent allows.
    func handshake() -> Handshake {
        ERR_clear_error()
        switch outcome(unsafe SSL_do_handshake(ssl), of: .handshake) {
        case .wantsRead: return .wantsRead
        case .closed: return .failed(.closedInHandshake)
        case .failed(let error): return .failed(error)
        case .done:
            if let peer = peer() { return .done(peer) }
            shutdown()
            return .failed(.noCommonProtocol)
        }
    }

    /// Whether `read` can find something: OpenSSL takes a record at a time and holds at most a part of the next.
    var hasUnread: Bool {
        wire.inbound.readableBytes > 0 || pendingBytes > 0
    }

    /// Plaintext of a record which did not fit into the buffer of the last `read`.
    private var pendingBytes: Int {
        unsafe Int(SSL_pending(ssl))
    }

    /// Appends the plaintext of at most one record.
    func read(into plaintext: inout ByteBuffer) -> Outcome {
        if plaintext.writableBytes == 0 {
            plaintext.reserveCapacity(minimumWritableBytes: max(pendingBytes, wire.inbound.readableBytes, 256))
        }
        ERR_clear_error()
        var count = 0
        let result = unsafe plaintext.withUnsafeMutableWritableBytes { target in
            unsafe SSL_read_ex(ssl, target.baseAddress, target.count, &count)
        }
        plaintext.moveWriterIndex(forwardBy: count)
        return outcome(result, of: .reading)
    }

    /// Turns plaintext into records on `wire.outbound`; 16 KiB of it become one record.
    func write(_ plaintext: ByteBuffer) -> Outcome {
        guard plaintext.readableBytes > 0 else { return .done }
        ERR_clear_error()
        var count = 0
        let result = unsafe plaintext.withUnsafeReadableBytes { source in
            unsafe SSL_write_ex(ssl, source.baseAddress, source.count, &count)
        }
        return outcome(result, of: .writing)
    }

    /// Puts a close_notify on `wire.outbound`.
    func shutdown() {
        ERR_clear_error()
        // 0 says that the peer has not answered yet; a failure changes nothing for us.
        _ = unsafe SSL_shutdown(ssl)
        ERR_clear_error()
    }

    /// Who is on the other side; nil if the two have no application protocol in common.
    private func peer() -> TLSPeer? {
        var name: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        unsafe SSL_get0_alpn_selected(ssl, &name, &count)
        guard count > 0 else { return nil }
        let protocolName = unsafe UnsafeBufferPointer(start: name, count: Int(count))
        let names = unsafe SSL_get0_peer_certificate(ssl).map { unsafe Certificate(borrowing: $0).names }
        return TLSPeer(
            uri: names?.uri, dnsNames: names?.dns ?? [],
            protocolName: unsafe String(decoding: protocolName, as: UTF8.self),
            version: unsafe String(cString: SSL_get_version(ssl)),
            certificateExpiry: chainExpiry)
    }

    /// When the first of the certificates ends that the peer was found good by: its own, or one of its authorities'.
    private var chainExpiry: Int64? {
        guard let chain = unsafe SSL_get0_verified_chain(ssl) else { return nil }
        return (0..<max(0, unsafe OPENSSL_sk_num(chain))).compactMap { index in
            unsafe OPENSSL_sk_value(chain, index).map { unsafe Certificate(borrowing: OpaquePointer($0)).expiry }
        }.min()
    }

    // MARK: Who the server is

    /// Sets the host to verify; a name, not an address, is also sent as SNI.
    private func name(_ host: String) throws(TLSError) {
        let address = unsafe a2i_IPADDRESS(host)
        unsafe ASN1_OCTET_STRING_free(address)
        let isAddress = unsafe address != nil
        let parameters = unsafe SSL_get0_param(ssl)
        var isSet = unsafe isAddress || mandate_SSL_set_tlsext_host_name(ssl, host) == 1
        if isSet && expectedURI == nil {
            isSet =
                unsafe (isAddress
                ? X509_VERIFY_PARAM_set1_ip_asc(parameters, host) : SSL_set1_host(ssl, host)) == 1
            unsafe X509_VERIFY_PARAM_set_hostflags(
                parameters,
                UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT))
        }
        ERR_clear_error()
        guard isSet else { throw TLSError(.configuration, "'\(host)' is not the name of a host") }
    }

    private static func of(_ store: OpaquePointer?) -> Session? {
        let index = SSL_get_ex_data_X509_STORE_CTX_idx()
        guard let ssl = unsafe X509_STORE_CTX_get_ex_data(store, index),
            let session = unsafe SSL_get_ex_data(OpaquePointer(ssl), 0)
        else { return nil }
        return unsafe Unmanaged<Session>.fromOpaque(session).takeUnretainedValue()
    }

    /// Called for each certificate of a chain found good; the one at depth 0 must bear the expected URI.
    private func verify(_ store: OpaquePointer?) -> Bool {
        guard unsafe X509_STORE_CTX_get_error_depth(store) == 0 else { return true }
        let uri = unsafe X509_STORE_CTX_get_current_cert(store)
            .flatMap { unsafe Certificate(borrowing: $0).names.uri }
        if let uri, uri == expectedURI { return true }
        refusal = "its URI is \(uri ?? "missing or not the only one"), expected was \(expectedURI ?? "another")"
        unsafe X509_STORE_CTX_set_error(store, X509_V_ERR_HOSTNAME_MISMATCH)
        return false
    }

    /// What a good certificate of another peer is refused with.
    private static let otherNames = [X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH]

    // MARK: Return codes

    private enum Step: String {
        case handshake = "the handshake"
        case reading, writing
    }

    /// The one place where what an SSL function returned is judged.
    private func outcome(_ returned: Int32, of step: Step) -> Outcome {
        if returned == 1 { return .done }
        switch unsafe SSL_get_error(ssl, returned) {
        case SSL_ERROR_WANT_READ: return .wantsRead
        case SSL_ERROR_ZERO_RETURN: return .closed
        case SSL_ERROR_SSL:
            guard let failure = OpenSSLFailure.take() else { break }
            return .failed(explain(failure, step))
        default: break
        }
        return .failed(TLSError(.io, "OpenSSL failed at \(step.rawValue) without a reason"))
    }

    private func explain(_ failure: OpenSSLFailure, _ step: Step) -> TLSError {
        let text = failure.text
        guard failure.library == ERR_LIB_SSL else { return TLSError(.io, "\(step.rawValue) failed: \(text)") }
        switch failure.reason {
        case SSL_R_CERTIFICATE_VERIFY_FAILED:
            let result = unsafe SSL_get_verify_result(ssl)
            let reason = unsafe String(cString: X509_verify_cert_error_string(result))
            return TLSError(
                Self.otherNames.contains(Int32(result)) ? .otherPeer : .certificate,
                "the peer's certificate is refused: \(refusal ?? reason)")
        case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE:
            return TLSError(.certificate, "the peer sent no certificate")
        case SSL_R_CALLBACK_FAILED, SSL_R_NO_APPLICATION_PROTOCOL,
            SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL:
            return .noCommonProtocol
        case SSL_R_UNSUPPORTED_PROTOCOL:
            return TLSError(.handshake, "the peer offers no version of TLS that is accepted here")
        case SSL_R_WRONG_VERSION_NUMBER, SSL_R_HTTP_REQUEST:
            return TLSError(.handshake, "what the peer sends is not TLS (\(text))")
        case SSL_AD_REASON_OFFSET..<(SSL_AD_REASON_OFFSET + 256):
            let alert = unsafe String(
                cString: SSL_alert_desc_string_long(failure.reason - SSL_AD_REASON_OFFSET))
            return TLSError(.handshake, "the peer refused the connection with the alert '\(alert)'")
        default:
            return TLSError(
                step == .handshake ? .handshake : .io, "\(step.rawValue) failed: \(text)")
        }
    }
}

extension TLSError {
    static let noCommonProtocol = TLSError(
        .noCommonProtocol, "the two sides have no application protocol (ALPN) in common")
    static let closedInHandshake = TLSError(.closed, "the peer closed the connection during the handshake")
}
