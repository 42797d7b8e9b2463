// Generated from mandate/identity/v1/policies.proto by proto/generate. Do not edit.

internal import ArgumentParser

struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Policies: what an organization can decide one way or another.",
        subcommands: [Show.self, Set.self])
}
