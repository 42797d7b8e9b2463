// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The dependency lists below are the architecture: every import points down.
// Tests/Tidy holds the same arrows as data and fails on any other.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A library of ours under `Sources/`.
func library(_ name: String, _ dependencies: [Target.Dependency], settings: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

/// One layer of one service: `services/<service>/<layer>`.
func layer(
    _ service: String, _ layer: String, _ dependencies: [Target.Dependency],
    resources: [Resource] = []
) -> Target {
    .target(
        name: service.capitalized + layer, dependencies: dependencies,
        path: "services/\(service)/\(layer)", resources: resources, swiftSettings: strict)
}

/// The executable of one service: `services/<service>/Server/main.swift`.
func server(_ service: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: "mandate-\(service)", dependencies: dependencies,
        path: "services/\(service)/Server", swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies, path: "Tests/\(name)",
        resources: resources, swiftSettings: strict)
}

let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let log: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let x509: Target.Dependency = .product(name: "X509", package: "swift-certificates")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "mandate",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "mandate-identity", targets: ["mandate-identity"]),
        .executable(name: "mandate-mailbox", targets: ["mandate-mailbox"]),
        .executable(name: "mandate-audit", targets: ["mandate-audit"]),
        .executable(name: "mandatectl", targets: ["mandatectl"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0",
            traits: ["JSON", "CommandLineArguments"]),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C libraries, one system module each, one Swift importer each.
        .systemLibrary(
            name: "CProtobufC", pkgConfig: "libprotobuf-c", providers: [.apt(["libprotobuf-c-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CNGHTTP2", pkgConfig: "libnghttp2", providers: [.apt(["libnghttp2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
        .systemLibrary(name: "CCares", pkgConfig: "libcares", providers: [.apt(["libc-ares-dev"])]),

        // Libraries.
        .target(name: "CMessages", dependencies: ["CProtobufC"]),
        library("Messages", ["CMessages", "CProtobufC"]),
        library("TLS", ["COpenSSL", nio]),
        library("HTTP2", ["CNGHTTP2", nio]),
        library("Gzip", ["CZlib"]),
        library("IDNA", ["CIDN2"]),
        library("DNS", ["CCares"]),
        library("RPC", ["Messages", "TLS", "HTTP2", "Gzip", nio, nioPosix]),
        library("Contract", ["Messages", "RPC", "SQL"]),
        // Debug builds can be told to die at a named place: see CrashPoint.
        library("SQL", [], settings: [.define("CRASH_POINTS", .when(configuration: .debug))]),
        library("SQLite", ["SQL", "CSQLite"]),
        library("Tables", ["Messages", "SQL"]),
        library("ChangeFeed", ["Messages", "RPC", "Contract", "SQL"]),
        library("Outbox", ["Messages", "RPC", "Contract", "SQL"]),
        library("Due", ["SQL"]),
        library("Mutations", ["Messages", "RPC", "Contract", "SQL", "Tables", "ChangeFeed", "Outbox"]),
        library(
            "Daemon",
            [
                "Messages", "TLS", "RPC", "Contract", "SQL", "SQLite", "ChangeFeed", "Due", "Outbox",
                nio, nioPosix, nioHTTP1, log, metrics, configuration, lifecycle, signals,
            ]),
        .executableTarget(
            name: "mandatectl",
            dependencies: [
                "Messages", "TLS", "RPC", "Contract", "AuditDomain", "IdentityDomain", nio, nioPosix, x509, crypto,
                arguments,
            ],
            swiftSettings: strict),

        // The three services: rules, storage, handlers, process.
        layer("identity", "Domain", ["IDNA"]),
        layer("identity", "Storage", ["IdentityDomain", "SQL", "Tables", "Messages"], resources: [.embedInCode("Migrations")]),
        layer(
            "identity", "Handlers",
            [
                "IdentityDomain", "IdentityStorage", "DNS", "Messages", "RPC", "Contract", "SQL", "Due", "Mutations",
                "Outbox", crypto, cryptoExtras,
            ]),
        server("identity", ["IdentityHandlers", "IdentityStorage", "IdentityDomain", "DNS", "ChangeFeed", "Due", "Daemon"]),

        layer("mailbox", "Domain", ["IDNA"]),
        layer("mailbox", "Storage", ["MailboxDomain", "SQL", "Tables", "Messages"], resources: [.embedInCode("Migrations")]),
        layer(
            "mailbox", "Handlers",
            [
                "MailboxDomain", "MailboxStorage", "Messages", "RPC", "Contract", "SQL", "ChangeFeed", "Due", "Mutations",
                "Outbox", crypto,
            ]),
        server("mailbox", ["MailboxHandlers", "MailboxStorage", "MailboxDomain", "ChangeFeed", "Due", "Daemon"]),

        layer("audit", "Domain", [crypto]),
        layer("audit", "Storage", ["AuditDomain", "SQL", "Messages"], resources: [.embedInCode("Migrations")]),
        layer("audit", "Handlers", ["AuditDomain", "AuditStorage", "Messages", "RPC", "Contract", "SQL", "Outbox"]),
        server("audit", ["AuditHandlers", "AuditStorage", "Messages", "Daemon"]),

        // The other end of the random-message test: decodes and encodes what Python sends.
        .executableTarget(
            name: "message-echo", dependencies: ["Messages"], path: "Tests/MessageEcho", swiftSettings: strict),

        // `make interop`: gRPC's own test service on our server. Its contract is generated like the product's.
        .target(name: "CInteropMessages", dependencies: ["CProtobufC"], path: "Tests/Interop/Generated/C"),
        .target(
            name: "InteropContract",
            dependencies: ["CInteropMessages", "CMessages", "CProtobufC", "Messages", "RPC"],
            path: "Tests/Interop/Generated", exclude: ["C"], swiftSettings: strict),
        .executableTarget(
            name: "rpc-interop",
            dependencies: ["InteropContract", "RPC", "TLS", nioPosix, arguments, signals],
            path: "Tests/Interop/Server", swiftSettings: strict),

        // `make bench`. In this package, because package access ends at its border.
        .executableTarget(
            name: "mandate-bench",
            dependencies: [
                "Messages", "TLS", "RPC", "Contract", "SQL", "SQLite", "ChangeFeed", "Due", "MailboxDomain", "MailboxStorage",
                "MailboxHandlers", "IdentityDomain", "IdentityStorage", "IdentityHandlers", "Lots", nioPosix, arguments,
            ],
            path: "Tests/Bench",
            exclude: ["README.md", "Later", "Peers", "bench", "allocations.json", "idle.py"],
            swiftSettings: strict),

        // mandate-mailbox's Check as an `async` handler, for the same.
        .executableTarget(
            name: "mailbox-later",
            dependencies: [
                "MailboxHandlers", "MailboxStorage", "MailboxDomain", "ChangeFeed", "Daemon", "Contract", "Messages", "RPC",
            ],
            path: "Tests/Bench/Later", swiftSettings: strict),

        // The load of `make revocation` and `make soak`.
        .executableTarget(
            name: "mandate-siege", dependencies: ["Messages", "TLS", "RPC", "Contract", "Lots", nio, nioPosix],
            path: "Tests/Siege/Load", swiftSettings: strict),

        // What tests have in place of limits in real time.
        .target(name: "Patience", dependencies: ["RPC"], path: "Tests/Patience", swiftSettings: strict),

        // Draws that a seed decides.
        .target(name: "Lots", path: "Tests/Lots", swiftSettings: strict),

        // Refuses the statements that only one engine takes.
        .target(name: "PortableSQL", dependencies: ["SQL"], path: "Tests/PortableSQL", swiftSettings: strict),

        // A disk that fails on purpose, below SQLite. In C, as SQLite's interface to one is.
        .target(name: "CFaultyDisk", dependencies: ["CSQLite"], path: "Tests/FaultyDisk"),

        // Tests mirror the sources.
        tests("Tidy", ["PortableSQL"]),
        tests("Messages", ["Messages"]),
        tests("TLS", ["TLS", nio, nioPosix, nioEmbedded, x509, crypto]),
        tests("Gzip", ["Gzip"]),
        tests("IDNA", ["IDNA"]),
        tests("DNS", ["DNS"]),
        tests("HTTP2", ["HTTP2", nio]),
        tests("RPC", ["Lots", "Patience", "RPC", "Messages", "TLS", "Gzip", nio, nioPosix, nioEmbedded, x509, crypto]),
        tests("SQL", ["SQL"]),
        tests("SQLite", ["SQL", "SQLite", "CFaultyDisk"]),
        tests("Tables", ["Tables", "Messages", "PortableSQL", "SQL", "SQLite"]),
        tests(
            "ChangeFeed",
            ["Lots", "Patience", "PortableSQL", "ChangeFeed", "RPC", "Contract", "Messages", "SQL", "SQLite", "CFaultyDisk"]),
        tests("Due", ["Lots", "PortableSQL", "Due", "SQL", "SQLite"]),
        tests("Outbox", ["Lots", "Patience", "PortableSQL", "Outbox", "RPC", "Contract", "Messages", "SQL", "SQLite"]),
        tests(
            "Daemon",
            [
                "Lots", "Patience", "Daemon", "RPC", "Contract", "Messages", "SQL", "SQLite", nio, nioEmbedded, nioPosix, log,
                metrics, lifecycle,
            ]),
        tests(
            "Mandatectl",
            [
                "mandatectl", "AuditDomain", "IdentityHandlers", "IdentityStorage", "IdentityDomain", "MailboxHandlers",
                "MailboxStorage", "MailboxDomain", "ChangeFeed", "Contract", "RPC", "SQL", "SQLite", "Messages", arguments,
            ]),
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "Messages", "RPC", "Contract", "ChangeFeed", "IdentityDomain", "mandatectl", nio, nioEmbedded,
            ],
            path: "Tests/Fuzz", exclude: ["Corpus", "Crashes", "README.md", "guided"], swiftSettings: strict),
        tests("IdentityDomain", ["Lots", "IdentityDomain"]),
        tests(
            "IdentityStorage",
            ["Lots", "PortableSQL", "IdentityStorage", "IdentityDomain", "SQL", "SQLite", "Tables", "Messages"]),
        tests(
            "IdentityHandlers",
            [
                "Patience", "PortableSQL", "IdentityHandlers", "IdentityStorage", "IdentityDomain", "DNS", "ChangeFeed",
                "Due", "Mutations", "Outbox", "Contract", "RPC", "SQL", "SQLite", "Messages",
            ]),
        tests("MailboxDomain", ["Lots", "MailboxDomain"]),
        tests("MailboxStorage", ["PortableSQL", "MailboxStorage", "MailboxDomain", "SQL", "SQLite", "Messages"]),
        tests(
            "MailboxHandlers",
            [
                "Patience", "PortableSQL", "MailboxHandlers", "MailboxStorage", "MailboxDomain", "ChangeFeed", "Due", "Outbox",
                "Contract", "RPC",
                "SQL", "SQLite", "Messages",
            ]),
        tests("AuditDomain", ["AuditDomain", crypto], resources: [.copy("merkle_vectors.json")]),
        tests("AuditStorage", ["Lots", "PortableSQL", "AuditStorage", "AuditDomain", "SQL", "SQLite", "Messages"]),
        tests(
            "AuditHandlers",
            [
                "Patience", "PortableSQL", "AuditHandlers", "AuditStorage", "AuditDomain", "Outbox", "Contract", "RPC", "SQL",
                "SQLite",
                "Messages",
            ]),
    ]
)

// `make sanitize` builds these test targets and what they stand on, and nothing else.
if let names = Context.environment["MANDATE_TESTS"]?.split(separator: " ") {
    package.products = []
    package.targets.removeAll { $0.type == .test && !names.contains($0.name[...]) || $0.type == .executable }
    for target in package.targets where target.type == .test { target.dependencies.append("CSanitize") }
    package.targets.append(.target(name: "CSanitize", path: "Tests/Sanitize", publicHeadersPath: "."))
}

// `make fuzz`: the sources of FuzzTests as one executable, in which libFuzzer has the main function. The command-line
// tool becomes a library of the one part that is fuzzed, because an executable cannot be linked into another.
if Context.environment["MANDATE_FUZZ"] != nil {
    package.products = []
    package.targets.removeAll { $0.type == .test || $0.name == "mandatectl" }
    package.targets += [
        .target(
            name: "mandatectl", sources: ["Failure.swift", "Import/CSVTable.swift", "Import/CSVText.swift"], swiftSettings: strict
        ),
        .executableTarget(
            name: "mandate-fuzz",
            dependencies: ["Messages", "RPC", "Contract", "ChangeFeed", "IdentityDomain", "mandatectl", nio, nioEmbedded],
            path: "Tests/Fuzz", exclude: ["Corpus", "Crashes", "README.md", "guided", "FuzzTests.swift"],
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
    ]
}
