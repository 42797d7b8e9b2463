/// A module of ours and everything it may import. The table is `modules`.
struct Module {
    let name: String
    /// Where its sources lie, from the repository's root.
    let folder: String
    /// Modules of ours, C libraries and packages of others, as the manifest must list them.
    let imports: Set<String>
    /// What comes with the toolchain.
    let platform: Set<String>

    init(_ name: String, _ folder: String, _ imports: Set<String>, platform: Set<String> = anyPlatform) {
        self.name = name
        self.folder = folder
        self.imports = imports
        self.platform = platform
    }

    /// The service it belongs to, if it belongs to one.
    var service: String? {
        let parts = folder.split(separator: "/")
        return parts.count == 3 && parts[0] == "services" ? String(parts[1]) : nil
    }

    var isDomain: Bool { folder.hasPrefix("services/") && folder.hasSuffix("/Domain") }
}

/// What the toolchain brings along.
let anyPlatform: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin"]

/// Generated or system C: each has exactly one Swift importer.
let cModules: Set<String> = ["CProtobufC", "CSQLite", "COpenSSL", "CNGHTTP2", "CZlib", "CIDN2", "CCares", "CMessages"]

/// Rules are functions over values: no file, socket, thread or clock.
private let pure: Set<String> = ["Synchronization"]

/// Modules of ours that are such functions themselves, so that a domain may stand on them.
let functionsOverValues: Set<String> = ["IDNA"]

/// Tests of a client of several services, which have them in process, and the bench, which measures what is between two:
/// how mailbox follows identity. Every other test keeps to one.
let testsOfClients: Set<String> = ["MandatectlTests", "mandate-bench"]

/// The allowed arrows. A new one is a decision: it is made here, in Package.swift, and explained in ARCHITECTURE.md.
let modules: [Module] = [
    // Libraries; every import points down.
    Module("Messages", "Sources/Messages", ["CMessages", "CProtobufC"]),
    Module("TLS", "Sources/TLS", ["COpenSSL", "NIOCore"]),
    Module("HTTP2", "Sources/HTTP2", ["CNGHTTP2", "NIOCore"]),
    Module("Gzip", "Sources/Gzip", ["CZlib"]),
    Module("IDNA", "Sources/IDNA", ["CIDN2"], platform: pure),
    Module("DNS", "Sources/DNS", ["CCares"]),
    Module("RPC", "Sources/RPC", ["Messages", "TLS", "HTTP2", "Gzip", "NIOCore", "NIOPosix"]),
    Module("Contract", "Sources/Contract", ["Messages", "RPC", "SQL"]),
    Module("SQL", "Sources/SQL", []),
    Module("SQLite", "Sources/SQLite", ["SQL", "CSQLite"]),
    Module("Tables", "Sources/Tables", ["Messages", "SQL"]),
    Module("ChangeFeed", "Sources/ChangeFeed", ["Messages", "RPC", "Contract", "SQL"]),
    Module("Due", "Sources/Due", ["SQL"]),
    Module("Outbox", "Sources/Outbox", ["Messages", "RPC", "Contract", "SQL"]),
    Module(
        "Mutations", "Sources/Mutations", ["Messages", "RPC", "Contract", "SQL", "Tables", "ChangeFeed", "Outbox"]),
    Module(
        "Daemon", "Sources/Daemon",
        [
            "Messages", "TLS", "RPC", "Contract", "SQL", "SQLite", "ChangeFeed", "Due", "Outbox",
            "NIOCore", "NIOPosix", "NIOHTTP1", "Logging", "CoreMetrics", "Configuration", "ServiceLifecycle", "UnixSignals",
        ]),
    // AuditDomain, for the operator verifies proofs without a server; IdentityDomain, for names are compared by the servers' rule.
    Module(
        "mandatectl", "Sources/mandatectl",
        [
            "Messages", "TLS", "RPC", "Contract", "AuditDomain", "IdentityDomain",
            "NIOCore", "NIOPosix", "X509", "Crypto", "ArgumentParser",
        ]),

    Module("IdentityDomain", "services/identity/Domain", ["IDNA"], platform: pure),
    Module("IdentityStorage", "services/identity/Storage", ["IdentityDomain", "SQL", "Tables", "Messages"]),
    Module(
        "IdentityHandlers", "services/identity/Handlers",
        [
            "IdentityDomain", "IdentityStorage", "DNS", "Messages", "RPC", "Contract", "SQL", "Due", "Mutations", "Outbox",
            "Crypto", "CryptoExtras",
        ]),
    Module(
        "mandate-identity", "services/identity/Server",
        ["IdentityHandlers", "IdentityStorage", "IdentityDomain", "DNS", "ChangeFeed", "Due", "Daemon"]),

    Module("MailboxDomain", "services/mailbox/Domain", ["IDNA"], platform: pure),
    Module("MailboxStorage", "services/mailbox/Storage", ["MailboxDomain", "SQL", "Tables", "Messages"]),
    Module(
        "MailboxHandlers", "services/mailbox/Handlers",
        [
            "MailboxDomain", "MailboxStorage", "Messages", "RPC", "Contract", "SQL", "ChangeFeed", "Due", "Mutations",
            "Outbox", "Crypto",
        ]),
    Module(
        "mandate-mailbox", "services/mailbox/Server",
        ["MailboxHandlers", "MailboxStorage", "MailboxDomain", "ChangeFeed", "Due", "Daemon"]),

    Module("AuditDomain", "services/audit/Domain", ["Crypto"], platform: pure),
    Module("AuditStorage", "services/audit/Storage", ["AuditDomain", "SQL", "Messages"]),
    Module(
        "AuditHandlers", "services/audit/Handlers",
        ["AuditDomain", "AuditStorage", "Messages", "RPC", "Contract", "SQL", "Outbox"]),
    Module(
        "mandate-audit", "services/audit/Server",
        ["AuditHandlers", "AuditStorage", "Messages", "Daemon"]),
]
