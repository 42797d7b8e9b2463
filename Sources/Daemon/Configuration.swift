internal import Configuration
internal import Foundation
package import RPC
internal import SQL
package import TLS

/// What an operator decided, checked. Flags come before the environment, the environment before the file.
package struct ServiceConfiguration: Sendable {
    package var name: String
    package var host: String
    package var port: Int
    package var operationsHost: String
    package var operationsPort: Int
    package var tls: TLSFiles
    package var callersFile: String
    package var databasePath: String
    package var backupFolder: String
    package var identity: Address
    package var audit: Address
    package var lease: Duration
    /// Nil: never answer without a lease. Else how old a state may be answered from.
    package var boundedStaleness: Duration?
    /// Choices for cells of the role matrix, `SCOPE.ROLE=LEVEL` each.
    package var matrix: [String]
    /// Whether an organization may have addresses in domains that it has not verified.
    package var unverifiedDomains: Bool
    /// DNS servers, `HOST[:PORT]` with commas between; empty for the system's.
    package var resolver: String
    /// How long they have for an answer.
    package var resolverTimeout: Duration
    package var outboxEventsMax: Int
    /// Positions of the change log that followers may be behind and need no snapshot.
    package var changesKept: Int
    package var grace: Duration
    /// Of the RPC port: the connections and times that an operator may choose; the rest as the protocol has it.
    package var limits: Limits
    package var threads: Int
    package var logLevel: String

    /// A host and a port.
    package struct Address: Sendable, Equatable {
        package var host: String
        package var port: Int
    }

    /// Reads and checks; throws a `SetupError` that names the setting and what to do.
    static func load(
        name: String, port: Int, operationsPort: Int, arguments: [String], environment: [String: String]
    ) async throws(SetupError) -> ServiceConfiguration {
        let settings = try await settings(arguments, environment)
        let database = try settings.required("database")
        return ServiceConfiguration(
            name: name,
            host: settings.text("listen.host") ?? "127.0.0.1",
            port: try settings.number("listen.port", 0...65535) ?? port,
            operationsHost: settings.text("operations.host") ?? "127.0.0.1",
            operationsPort: try settings.number("operations.port", 0...65535) ?? operationsPort,
            tls: TLSFiles(
                certificate: try settings.required("tls.certificate"), key: try settings.required("tls.key"),
                authority: try settings.required("tls.authority")),
            callersFile: try settings.required("callers"),
            databasePath: database,
            backupFolder: settings.text("backups") ?? database + ".backups",
            identity: try settings.address("identity") ?? Address(host: "127.0.0.1", port: 7401),
            audit: try settings.address("audit") ?? Address(host: "127.0.0.1", port: 7403),
            lease: .milliseconds(try settings.number("lease", 100...Int(Store.leaseMicrosMax / 1000)) ?? 2000),
            boundedStaleness: try settings.staleness(),
            matrix: settings.text("matrix").map { $0.split(separator: ",").map(String.init) } ?? [],
            unverifiedDomains: try settings.choice("domains.unverified", ["refused", "allowed"]) == "allowed",
            resolver: settings.text("domains.resolver") ?? "",
            resolverTimeout: .milliseconds(try settings.number("domains.timeout", 100...30_000) ?? 5000),
            outboxEventsMax: try settings.number("outbox.max", 100...1_000_000_000) ?? 1_000_000,
            changesKept: try settings.number("changes.kept", 1...1_000_000_000) ?? 1_000_000,
            grace: .milliseconds(try settings.number("grace", 0...600_000) ?? 20_000),
            limits: try settings.limits(),
            threads: try settings.number("threads", 1...1024) ?? ProcessInfo.processInfo.activeProcessorCount,
            logLevel: settings.text("log.level") ?? "info")
    }

    /// Where health is asked, for `healthcheck`, which needs nothing else of the configuration.
    static func operationsAddress(
        port: Int, arguments: [String], environment: [String: String]
    ) async throws(SetupError) -> Address {
        let settings = try await settings(arguments, environment)
        return Address(
            host: settings.text("operations.host") ?? "127.0.0.1",
            port: try settings.number("operations.port", 0...65535) ?? port)
    }

    /// Where the database lies, for `restore`, which needs nothing else of the configuration.
    static func databasePath(arguments: [String], environment: [String: String]) async throws(SetupError) -> String {
        try await settings(arguments, environment).required("database")
    }

    private static func settings(
        _ arguments: [String], _ environment: [String: String]
    ) async throws(SetupError) -> Settings {
        try refuseUnknown(arguments)
        let flags = CommandLineArgumentsProvider(arguments: arguments)
        let variables = EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "mandate")
        var providers: [any ConfigProvider] = [flags, variables]
        if let file = ConfigReader(providers: providers).string(forKey: "config") {
            providers.append(try await ConfigurationFile.provider(file))
        }
        return Settings(reader: ConfigReader(providers: providers))
    }

    /// A mistyped flag must not be read as silence.
    private static func refuseUnknown(_ arguments: [String]) throws(SetupError) {
        let known = Set(Knob.all.map(\.flag))
        var given: Set<String> = []
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                throw SetupError("unexpected argument \(argument); --help says what there is")
            }
            let flag = argument.split(separator: "=", maxSplits: 1).first.map(String.init) ?? argument
            guard known.contains(flag) else {
                throw SetupError("unknown setting \(flag); did you mean \(Knob.nearest(to: flag).flag)? --help lists them all")
            }
            guard flag == argument else { throw SetupError("write \(flag) VALUE, with a space") }
            guard given.insert(flag).inserted else { throw SetupError("\(flag) is given twice") }
            guard let value = rest.popFirst(), !value.hasPrefix("--") else { throw SetupError("\(flag) has no value") }
        }
    }
}

/// One read of one setting, with an error that says what to do.
private struct Settings {
    let reader: ConfigReader

    func text(_ key: String) -> String? {
        // A number in the JSON file is no string to the reader, nor is what stands between commas on the command line.
        reader.string(forKey: ConfigKey(key)) ?? reader.int(forKey: ConfigKey(key)).map(String.init)
            ?? reader.stringArray(forKey: ConfigKey(key))?.joined(separator: ",")
    }

    func required(_ key: String) throws(SetupError) -> String {
        if let value = text(key), !value.isEmpty { return value }
        guard let knob = Knob.all.first(where: { $0.key == key }) else { throw SetupError("no setting \(key)") }
        throw SetupError("\(knob.flag) (or \(knob.environment)) is missing: \(knob.meaning)")
    }

    func number(_ key: String, _ range: ClosedRange<Int>) throws(SetupError) -> Int? {
        guard let value = text(key) else { return nil }
        guard let number = Int(value), range.contains(number) else {
            throw SetupError("\(key) is '\(value)'; it must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func choice(_ key: String, _ choices: [String]) throws(SetupError) -> String? {
        guard let value = text(key) else { return nil }
        guard choices.contains(value) else {
            throw SetupError("\(key) is '\(value)'; it must be \(choices.joined(separator: " or "))")
        }
        return value
    }

    func address(_ key: String) throws(SetupError) -> ServiceConfiguration.Address? {
        guard let value = text(key) else { return nil }
        guard let colon = value.lastIndex(of: ":"), let port = Int(value[value.index(after: colon)...]),
            (1...65535).contains(port), colon > value.startIndex
        else { throw SetupError("\(key) is '\(value)'; it must be HOST:PORT") }
        return .init(host: String(value[..<colon]), port: port)
    }

    func limits() throws(SetupError) -> Limits {
        var limits = Limits.standard
        limits.connectionsMax = try number("connections.max", 1...1_000_000) ?? limits.connectionsMax
        limits.connectionsPerAddressMax =
            try number("connections.address", 1...1_000_000) ?? limits.connectionsPerAddressMax
        limits.handshake = try milliseconds("timeout.handshake") ?? limits.handshake
        limits.hello = try milliseconds("timeout.hello") ?? limits.hello
        limits.frameFinish = try milliseconds("timeout.frame") ?? limits.frameFinish
        limits.idle = try milliseconds("timeout.idle") ?? limits.idle
        return limits
    }

    private func milliseconds(_ key: String) throws(SetupError) -> Duration? {
        try number(key, 100...86_400_000).map { .milliseconds($0) }
    }

    /// As in 90, 90s, 5m, 2h: digits, then at most one unit.
    private static func seconds(_ text: Substring) -> Int? {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
        let unit = text.last.flatMap { units[$0] }
        let digits = unit == nil ? text : text.dropLast()
        guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(digits), number <= 86_400 else { return nil }
        return number * (unit ?? 1)
    }

    func staleness() throws(SetupError) -> Duration? {
        switch text("staleness") {
        case nil, "lease": return nil
        case .some(let value):
            let parts = value.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0] == "bounded", let seconds = Self.seconds(parts[1]),
                (1...86_400).contains(seconds)
            else {
                throw SetupError("staleness is '\(value)'; it must be lease or bounded=TIME, as in bounded=90s or bounded=5m")
            }
            return .seconds(seconds)
        }
    }
}

/// Why a server does not start, in words for the one who starts it.
package struct SetupError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
