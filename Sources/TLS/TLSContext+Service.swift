extension TLSContext {
    /// The URI of a service in the trust domain of the own certificate: `spiffe://<trust domain>/service/<name>`.
    ///
    /// A client knows a server by it. A DNS name says where a server is reached: an authority gives `localhost` to many.
    package func uri(ofService name: String) throws(TLSError) -> String {
        guard let own = loaded.certificateURI, let domain = Self.trustDomain(of: own) else {
            throw TLSError(
                .certificate,
                """
                the certificate in \(certificateFile) has no URI spiffe://<trust domain>/… (one, among its subject alternative \
                names), so it is not known in which trust domain \(name) must be
                """)
        }
        return "spiffe://\(domain)/service/\(name)"
    }

    private static func trustDomain(of uri: String) -> Substring? {
        let parts = uri.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "spiffe:", parts[1].isEmpty, !parts[2].isEmpty else { return nil }
        return parts[2]
    }
}
