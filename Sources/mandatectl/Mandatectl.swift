internal import ArgumentParser
internal import Foundation

/// The operator's hand: every RPC of the three servers from a shell.
@main
struct Mandatectl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mandatectl",
        abstract: "Says who may open, send from and set up which shared mailbox, and changes it.",
        discussion: """
            Connects with the certificate of an operator. A command that changes something acts for an account: \
            say which with --as ACCOUNT, or sign in and give the token in MANDATE_SESSION or --session-file. \
            No password and no token is an argument.

            Wherever an id goes, so does what people call it: an address, ext:KEY for a directory's own key, group:NAME for \
            a group. They are found exactly, in the organization of --organization, else of who acts; what names nothing or \
            more than one is refused.


            """ + CommandStatus.table,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Who somebody is:", subcommands: ContractCommands.identity),
            CommandGroup(
                name: "Who may do what:",
                subcommands: [CheckCommand.self, ExplainCommand.self] + ContractCommands.mailbox),
            CommandGroup(name: "What happened:", subcommands: ContractCommands.audit),
            CommandGroup(
                name: "Operating:",
                subcommands: [
                    CertificatesCommand.self, ImportCommand.self, ServerCommand.self, HealthCommand.self, ClockCommand.self,
                ] + ContractCommands.server),
        ])

    /// As the parser's own, but for the exit status.
    static func main() async {
        Descriptor.openStandard()
        // A write says it too, and there we know which.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let status = CommandStatus(of: error)
            let text = text(for: error)
            if !text.isEmpty { status == .done ? Terminal.line(text) : Terminal.note(text) }
            Foundation.exit(status.rawValue)
        }
    }

    /// For whose value is refused how the command is used is no help: the parser's words without it, and of a failure of
    /// ours its two lines alone. The parser keeps its errors to itself, so that they are known by their words.
    static func text(for error: any Error) -> String {
        let (message, full) = (message(for: error), fullMessage(for: error))
        if message.contains(Failure.arrow) { return "Error: \(message)" }
        guard message.hasPrefix("The value '"), let usage = full.range(of: "\nUsage: ") else { return full }
        return String(full[..<usage.lowerBound])
    }
}
