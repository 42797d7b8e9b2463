internal import ArgumentParser

/// Each command measures one thing once and prints lines of `key value`; `Tests/Bench/bench` runs them in rounds, beside the
/// peers, and `report` makes the table of what came together.
@main
struct MandateBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mandate-bench",
        abstract: "Measures one thing and prints 'key value' lines; Tests/Bench/bench runs it.",
        subcommands: [
            CheckBench.self, FrameSizes.self, GrantBench.self, CommitBench.self, SuspendBench.self, DecisionBench.self,
            StorageBench.self, DueBench.self, MarkBench.self, AuthorizeBench.self, AuthorizationsBench.self, PageBench.self,
            FollowerBench.self, ScaleBench.self, GroupBench.self, MailboxBench.self, BatchCheckBench.self,
            AllocationBench.self, AllocationBaseline.self, DoorServer.self, DoorFiles.self, ReportCommand.self,
        ])
}

/// A line of the results.
func value(_ key: String, _ value: Double) { print("\(key) \(value)") }

/// Why a measurement means nothing.
struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
