import COpenSSL

/// Owns one SSL_CTX, made of the files as they were at one moment.
///
/// `@unchecked Sendable`: the SSL_CTX is not changed after `init`; what is done with it
/// then (SSL_new, reading its certificate) OpenSSL allows from any thread.
@safe
final class LoadedContext: @unchecked Sendable {
    let pointer: OpaquePointer
    /// Ours in order of preference, as TLS carries them: a length byte before each name (RFC 7301 §3.1).
    /// At a fixed address, because OpenSSL reads the chosen one after `choose` has returned.
    private let protocols: UnsafeBufferPointer<UInt8>
    /// Those of them that may be spoken over TLS 1.2.
    private let protocolsTLS12: UnsafeBufferPointer<UInt8>

    /// Without the clean-up that OpenSSL would do at exit: a process may end while another thread is at a handshake, which
    /// would find the library's tables gone.
    private static let library: Void = {
        let began = OPENSSL_init_ssl(UInt64(OPENSSL_INIT_NO_ATEXIT), nil)
        precondition(began == 1, "OpenSSL does not start")
    }()

    init(_ settings: TLSSettings) throws(TLSError) {
        Self.library
        ERR_clear_error()
        let method: OpaquePointer?
        switch settings.role {
        case .server: unsafe method = TLS_server_method()
        case .client: unsafe method = TLS_client_method()
        }
        guard let pointer = unsafe SSL_CTX_new(method) else {
            throw TLSError(.configuration, "OpenSSL cannot make a context: \(Self.reason())")
        }
        unsafe self.pointer = pointer
        unsafe protocols = Self.carried(settings.protocols)
        unsafe protocolsTLS12 = Self.carried(settings.protocols.filter { !settings.protocolsOfTLS13.contains($0) })
        try limit(to: settings.minimumVersion)
        try load(settings.files)
        try trust(settings)
        try offerProtocols(as: settings.role)
    }

    deinit {
        unsafe SSL_CTX_free(pointer)
        unsafe protocols.deallocate()
        unsafe protocolsTLS12.deallocate()
    }

    private static func carried(_ names: [String]) -> UnsafeBufferPointer<UInt8> {
        let bytes = names.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
        let fixed = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = unsafe fixed.initialize(from: bytes)
        return UnsafeBufferPointer(fixed)
    }

    /// Seconds since 1970.
    var certificateExpiry: Int64 { own?.expiry ?? 0 }

    /// The one URI of the own certificate.
    var certificateURI: String? { own?.names.uri }

    private var own: Certificate? {
        unsafe SSL_CTX_get0_certificate(pointer).map { unsafe Certificate(borrowing: $0) }
    }

    private func limit(to minimum: TLSContext.Version) throws(TLSError) {
        // No tickets and no session cache: every connection proves its certificate anew.
        // Released buffers: an idle connection must not hold 34 KiB for records.
        unsafe SSL_CTX_set_options(
            pointer,
            mandate_SSL_OP_NO_TICKET() | mandate_SSL_OP_NO_COMPRESSION()
                | mandate_SSL_OP_NO_RENEGOTIATION() | mandate_SSL_OP_CIPHER_SERVER_PREFERENCE())
        unsafe mandate_SSL_CTX_set_session_cache_mode(pointer, Int(SSL_SESS_CACHE_OFF))
        unsafe mandate_SSL_CTX_set_mode(pointer, Int(SSL_MODE_RELEASE_BUFFERS))
        unsafe SSL_CTX_set_security_level(pointer, 2)
        let version = minimum.rawValue
        try require(
            unsafe mandate_SSL_CTX_set_min_proto_version(pointer, version) == 1
                && mandate_SSL_CTX_set_max_proto_version(pointer, TLSContext.Version.tls13.rawValue) == 1
                && SSL_CTX_set_num_tickets(pointer, 0) == 1
                && SSL_CTX_set_max_early_data(pointer, 0) == 1
                && SSL_CTX_set_ciphersuites(pointer, Self.ciphersTLS13) == 1
                && SSL_CTX_set_cipher_list(pointer, Self.ciphersTLS12) == 1,
            .configuration, "OpenSSL refuses the protocol settings")
    }

    private func load(_ files: TLSFiles) throws(TLSError) {
        // Without this OpenSSL would ask for the password of an encrypted key on the terminal.
        unsafe SSL_CTX_set_default_passwd_cb(pointer) { _, _, _, _ in -1 }
        try require(
            unsafe SSL_CTX_use_certificate_chain_file(pointer, files.certificate) == 1, .certificate,
            "cannot use the certificate in \(files.certificate)",
            "the file must be PEM with the own certificate first")
        let mismatch = TLSError(
            .certificate,
            "the key in \(files.key) does not belong to the certificate in \(files.certificate); replace both files together"
        )
        if unsafe SSL_CTX_use_PrivateKey_file(pointer, files.key, SSL_FILETYPE_PEM) != 1 {
            let failure = OpenSSLFailure.take()
            if failure?.library == ERR_LIB_X509 { throw mismatch }
            throw TLSError(
                .certificate,
                "cannot use the key in \(files.key): \(failure?.text ?? "unknown"); the file must be a PEM key that is not encrypted"
            )
        }
        // A key of another kind than the certificate's is found only here.
        if unsafe SSL_CTX_check_private_key(pointer) != 1 {
            ERR_clear_error()
            throw mismatch
        }
    }

    private func trust(_ settings: TLSSettings) throws(TLSError) {
        switch settings.role {
        case .server(clientCertificates: false): return
        case .server(clientCertificates: true):
            unsafe SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nil)
        case .client:
            unsafe SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
        }
        guard let authority = settings.files.authority else {
            throw TLSError(
                .configuration, "peers must show a certificate, but no authority is set to verify it with")
        }
        try require(
            unsafe SSL_CTX_load_verify_file(pointer, authority) == 1, .certificate,
            "cannot use the authorities in \(authority)",
            "the file must be PEM with at least one certificate")
    }

    private func offerProtocols(as role: TLSContext.Role) throws(TLSError) {
        switch role {
        case .client:
            // Unlike its neighbours this function returns 0 for success.
            try require(
                unsafe SSL_CTX_set_alpn_protos(pointer, protocols.baseAddress, UInt32(protocols.count)) == 0,
                .configuration, "OpenSSL refuses the list of protocols")
        case .server:
            // Valid as long as it is called: every Session holds its LoadedContext.
            let this = unsafe Unmanaged.passUnretained(self).toOpaque()
            unsafe SSL_CTX_set_alpn_select_cb(
                pointer,
                { ssl, chosen, chosenCount, offered, offeredCount, this in
                    guard let this = unsafe this else { return SSL_TLSEXT_ERR_ALERT_FATAL }
                    let context = unsafe Unmanaged<LoadedContext>.fromOpaque(this).takeUnretainedValue()
                    let ours = unsafe SSL_version(ssl) == TLS1_3_VERSION ? context.protocols : context.protocolsTLS12
                    return unsafe context.choose(ours, chosen, chosenCount, offered, offeredCount)
                }, this)
            unsafe SSL_CTX_set_client_hello_cb(
                pointer, { ssl, alert, _ in unsafe LoadedContext.requireProtocols(ssl, alert) }, nil)
        }
    }

    /// The first of our protocols which the client offers, or the alert `no_application_protocol`.
    private func choose(
        _ ours: UnsafeBufferPointer<UInt8>, _ chosen: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
        _ chosenCount: UnsafeMutablePointer<UInt8>?,
        _ offered: UnsafePointer<UInt8>?, _ offeredCount: UInt32
    ) -> Int32 {
        guard !ours.isEmpty else { return SSL_TLSEXT_ERR_ALERT_FATAL }
        var name: UnsafeMutablePointer<UInt8>?
        let found = unsafe SSL_select_next_proto(
            &name, chosenCount, ours.baseAddress, UInt32(ours.count), offered, offeredCount)
        guard found == OPENSSL_NPN_NEGOTIATED else { return SSL_TLSEXT_ERR_ALERT_FATAL }
        unsafe chosen?.pointee = UnsafePointer(name)
        return SSL_TLSEXT_ERR_OK
    }

    /// Refuses a client that names no protocol at all; OpenSSL asks `choose` only if it names some.
    private static func requireProtocols(
        _ ssl: OpaquePointer?, _ alert: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        let kind = UInt32(TLSEXT_TYPE_application_layer_protocol_negotiation)
        if unsafe SSL_client_hello_get0_ext(ssl, kind, nil, nil) == 1 { return SSL_CLIENT_HELLO_SUCCESS }
        unsafe alert?.pointee = SSL_AD_NO_APPLICATION_PROTOCOL
        return SSL_CLIENT_HELLO_ERROR
    }

    /// The one place where this file judges what OpenSSL returns.
    private func require(
        _ succeeded: Bool, _ code: TLSError.Code, _ what: String, _ remedy: String? = nil
    ) throws(TLSError) {
        guard !succeeded else { return }
        throw TLSError(code, what + ": " + Self.reason() + (remedy.map { "; " + $0 } ?? ""))
    }

    private static func reason() -> String {
        OpenSSLFailure.take()?.text ?? "unknown reason"
    }

    /// AES-128 first: the fastest where the processor has AES, and strong enough for as long as X25519 is.
    private static let ciphersTLS13 =
        "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"
    /// Forward secret and authenticated only, as HTTP/2 demands (RFC 9113 §9.2.2).
    private static let ciphersTLS12 = "ECDHE+AESGCM:ECDHE+CHACHA20"
}
