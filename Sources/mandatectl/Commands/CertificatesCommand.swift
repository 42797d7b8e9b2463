internal import ArgumentParser
internal import Crypto
internal import Foundation
internal import X509

struct CertificatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificates", abstract: "Makes a development authority and certificates for servers and callers.",
        discussion: """
            Writes authority.pem and authority.key, and for each service and operator NAME.pem and NAME.key \
            (operators as operator-NAME). Servers and mandatectl know a service by the URI in its certificate, gRPC's clients by \
            its DNS names. What is there already is kept; delete a file to have it made anew. \
            The authority's key lies open in the folder: fit for development, not for production.
            """)
    @Option(help: "The folder.", completion: .directory) var into = ".mandate/certificates"
    @Option(help: "The trust domain in spiffe://DOMAIN/….") var trustDomain = "mandate.test"
    @Option(help: "A service to make a certificate for; may be repeated.")
    var service = ["mandate-identity", "mandate-mailbox", "mandate-audit"]
    @Option(help: "An operator to make a certificate for; may be repeated.") var `operator` = ["admin"]
    @Option(help: "A DNS name of the services besides localhost; may be repeated.") var dns: [String] = []
    @Option(help: "Days that the certificates hold.") var days = 90

    func run() async throws {
        let folder = CertificateFolder(path: into)
        try folder.prepare()
        let authority = try folder.authority(trustDomain: trustDomain)
        for name in service {
            try folder.leaf(
                name, uri: "spiffe://\(trustDomain)/service/\(name)", dns: ["localhost", name] + dns, days: days,
                from: authority)
        }
        for name in self.operator {
            try folder.leaf(
                "operator-\(name)", uri: "spiffe://\(trustDomain)/operator/\(name)", dns: [], days: days,
                from: authority)
        }
    }
}

/// A folder with a development authority and what it issued: P-256, PEM.
struct CertificateFolder {
    let path: String

    struct Authority {
        let certificate: Certificate
        let key: Certificate.PrivateKey
    }

    func prepare() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func authority(trustDomain: String) throws -> Authority {
        let certificateFile = "\(path)/authority.pem"
        let keyFile = "\(path)/authority.key"
        if let certificate = try? String(contentsOfFile: certificateFile, encoding: .utf8),
            let key = try? String(contentsOfFile: keyFile, encoding: .utf8)
        {
            return Authority(
                certificate: try Certificate(pemEncoded: certificate), key: try Certificate.PrivateKey(pemEncoded: key))
        }
        let key = P256.Signing.PrivateKey()
        let name = try DistinguishedName {
            CommonName("\(trustDomain) development authority")
        }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
            notValidBefore: Date.now - 3600, notValidAfter: Date.now + 10 * 365 * 86_400, issuer: name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: .init(key.publicKey))
            },
            issuerPrivateKey: .init(key))
        try write(key.pemRepresentation, to: keyFile, secret: true)
        try write(try certificate.serializeAsPEM().pemString, to: certificateFile, secret: false)
        Terminal.line("made \(certificateFile)")
        return Authority(certificate: certificate, key: .init(key))
    }

    func leaf(_ name: String, uri: String, dns: [String], days: Int, from authority: Authority) throws {
        let file = "\(path)/\(name).pem"
        guard !FileManager.default.fileExists(atPath: file) else { return Terminal.line("kept \(file)") }
        let key = P256.Signing.PrivateKey()
        var names: [GeneralName] = [.uniformResourceIdentifier(uri)]
        names += dns.map { .dnsName($0) }
        if !dns.isEmpty { names.append(.ipAddress(.init(contentBytes: [127, 0, 0, 1]))) }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
            notValidBefore: Date.now - 3600, notValidAfter: Date.now + Double(days) * 86_400,
            issuer: authority.certificate.subject,
            subject: try DistinguishedName { CommonName(name) },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth, .clientAuth])
                SubjectAlternativeNames(names)
                AuthorityKeyIdentifier(
                    keyIdentifier: try authority.certificate.extensions.subjectKeyIdentifier?.keyIdentifier)
            },
            issuerPrivateKey: authority.key)
        try write(key.pemRepresentation, to: "\(path)/\(name).key", secret: true)
        try write(try certificate.serializeAsPEM().pemString, to: file, secret: false)
        Terminal.line("made \(file)  \(uri)")
    }

    private func write(_ text: String, to file: String, secret: Bool) throws(Failure) {
        try NewFile(file, mode: secret ? 0o600 : 0o644).write(text)
    }
}
