/// Where the certificate, its key and the trusted authorities lie.
package struct TLSFiles: Sendable, Equatable {
    /// PEM, the own certificate first, then the chain up to the authority.
    package let certificate: String
    /// PEM, not encrypted.
    package let key: String
    /// PEM, the authorities whose certificates are accepted from peers. May be nil only where none are asked for.
    package let authority: String?

    package init(certificate: String, key: String, authority: String?) {
        self.certificate = certificate
        self.key = key
        self.authority = authority
    }

    /// The present state of every file named.
    func stamps() throws(TLSError) -> [FileStamp] {
        var stamps = [try FileStamp(path: certificate), try FileStamp(path: key)]
        if let authority { stamps.append(try FileStamp(path: authority)) }
        return stamps
    }
}
