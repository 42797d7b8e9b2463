internal import ArgumentParser

/// An organization's log, or that of the installation, which operators read.
struct WhichLog: ParsableArguments {
    @Flag(
        help: "The installation's own log: what operators, clocks and restored databases did. With an operator's certificate.")
    var installation = false

    /// Empty for the installation's.
    func organization(_ connections: Connections) async throws -> String {
        guard installation else { return try await connections.organization() }
        if connections.options.organization != nil {
            throw Failure("--installation and --organization name two logs", todo: "say one of them")
        }
        if case .nobody = try connections.options.acting() { return "" }
        throw Failure("the installation's log is no account's to read", todo: "leave out who acts")
    }
}
