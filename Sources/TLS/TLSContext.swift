import COpenSSL
import Synchronization

/// How one side of TLS is set up, replaceable while running: connections made before keep what they had.
package final class TLSContext: Sendable {
    package enum Role: Sendable, Equatable {
        /// Client certificates are required, or not asked for.
        case server(clientCertificates: Bool)
        case client
    }

    package enum Version: Int32, Sendable {
        case tls12 = 0x0303
        case tls13 = 0x0304
    }

    private struct Current {
        var context: LoadedContext
        var stamps: [FileStamp]
    }

    private let settings: TLSSettings
    private let current: Mutex<Current>

    /// Reads the files.
    ///
    /// `protocols` are ALPN names in order of preference, at least one; a server agrees on those of `protocolsOfTLS13` over
    /// nothing older. `files.authority` may be nil only for a server that asks for no client certificates.
    package init(
        role: Role, files: TLSFiles, protocols: [String], protocolsOfTLS13: Set<String> = [],
        minimumVersion: Version = .tls13
    ) throws(TLSError) {
        let settings = try TLSSettings(
            role: role, files: files, protocols: protocols, protocolsOfTLS13: protocolsOfTLS13,
            minimumVersion: minimumVersion)
        self.settings = settings
        current = Mutex(try Self.load(settings))
    }

    /// Reads the files again; after an error the old context stays.
    package func reload() throws(TLSError) {
        let loaded = try Self.load(settings)
        current.withLock { $0 = loaded }
    }

    /// Reads the files again if one of them has another time, size or inode than when last read with success.
    ///
    /// Says whether it did. After an error the old context stays, and the next call tries again.
    package func reloadIfChanged() throws(TLSError) -> Bool {
        let stamps = try settings.files.stamps()
        guard current.withLock({ $0.stamps != stamps }) else { return false }
        try reload()
        return true
    }

    /// When the own certificate ends, in seconds since 1970.
    package var certificateExpiry: Int64 { loaded.certificateExpiry }

    var certificateFile: String { settings.files.certificate }
    var role: Role { settings.role }
    var loaded: LoadedContext { current.withLock { $0.context } }

    private static func load(_ settings: TLSSettings) throws(TLSError) -> Current {
        // Stamps first: a file replaced while it is read counts as changed at the next look.
        let stamps = try settings.files.stamps()
        return Current(context: try LoadedContext(settings), stamps: stamps)
    }
}

/// What a TLSContext was asked for.
struct TLSSettings: Sendable {
    let role: TLSContext.Role
    let files: TLSFiles
    let protocols: [String]
    let protocolsOfTLS13: Set<String>
    let minimumVersion: TLSContext.Version

    init(
        role: TLSContext.Role, files: TLSFiles, protocols: [String], protocolsOfTLS13: Set<String>,
        minimumVersion: TLSContext.Version
    ) throws(TLSError) {
        guard !protocols.isEmpty, protocols.allSatisfy({ (1...255).contains($0.utf8.count) }) else {
            throw TLSError(.configuration, "protocols must be at least one name of 1 to 255 bytes")
        }
        self.role = role
        self.files = files
        self.protocols = protocols
        self.protocolsOfTLS13 = protocolsOfTLS13
        self.minimumVersion = minimumVersion
    }
}
