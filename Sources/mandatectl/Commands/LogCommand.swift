internal import ArgumentParser
internal import AuditDomain
internal import Contract
internal import Foundation
internal import Messages
internal import RPC

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "What was changed, by whom, and the proof of it.",
        subcommands: [List.self, Prove.self, Root.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists events, newest first.")
        @Option(help: "org_…") var organization: String
        @Option(help: "Only what this account or caller did.") var actor = ""
        @Option(help: "Only what was done to this.") var target = ""
        @Option(help: "Only what concerns this mailbox, mbx_….") var mailboxID = ""
        @Option(help: "Only what gave or took from this account or group.") var subject = ""
        @Option(help: "Only this action, or all that start so, as in 'delegation.'.") var action = ""
        @Flag(help: "Oldest first.") var oldestFirst = false
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run(
                RecordedEvent.self,
                [
                    ("index", { "\($0.index)" }), ("time", { $0.event?.occurredAt?.text ?? "" }),
                    ("action", { $0.event?.action ?? "" }), ("outcome", { $0.event?.outcome.word ?? "" }),
                    ("actor", { $0.event?.actor?.id ?? "" }), ("target", { $0.event?.target?.id ?? "" }),
                    ("subject", { $0.event?.target?.subjectId ?? "" }), ("event", { $0.event?.id ?? "" }),
                ]
            ) { connections, size, token in
                let answer = try await EventClient(transport: connections.audit()).listEvents(
                    ListEventsRequest(
                        organizationId: organization, actorId: actor, targetId: target, mailboxId: mailboxID,
                        subjectId: subject, action: action, oldestFirst: oldestFirst, pageSize: size,
                        pageToken: token), list.callOptions)
                return (answer.events, answer.nextPageToken)
            }
        }
    }

    struct Prove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetches an event with its proof and checks the proof here, trusting only the root.")
        @Argument(help: "evt_…") var event: String
        @Option(help: "org_…") var organization: String
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let proof = try await EventClient(transport: connections.audit()).proveEvent(
                    ProveEventRequest(organizationId: organization, eventId: event), connection.callOptions)
                guard let recorded = proof.recorded, let head = proof.head else {
                    throw Failure("the server's answer lacks the event or the tree", status: .unanswered)
                }
                do {
                    guard let root = TreeHash(head.root) else { throw Failure("the root is not 32 bytes") }
                    let path = proof.path.compactMap { TreeHash($0) }
                    guard path.count == proof.path.count else { throw Failure("a hash of the path is not 32 bytes") }
                    try InclusionProof(index: Int(recorded.index), path: path).verify(
                        leaf: .leaf(proof.leaf), in: LogHead(size: Int(head.size), root: root))
                } catch {
                    throw Failure(
                        "the proof does not hold: \(error)",
                        todo:
                            "the log does not contain this event where it says; keep this output and call whoever runs mandate-audit",
                        status: .no)
                }
                guard let leaf = try? Event(decoding: proof.leaf), leaf == recorded.event else {
                    throw Failure("the proved bytes are another event than the one shown", status: .no)
                }
                Output(output).one(
                    proof,
                    [
                        ("event", event), ("action", leaf.action), ("actor", leaf.actor?.id ?? ""),
                        ("target", leaf.target?.id ?? ""), ("index", "\(recorded.index)"), ("tree size", "\(head.size)"),
                        ("root", head.root.hex), ("proof", "\(proof.path.count) hashes"), ("verified", "yes"),
                    ])
            }
        }
    }

    struct Root: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows the size and root of an organization's log.")
        @Option(help: "org_…") var organization: String
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let answer = try await EventClient(transport: connections.audit()).getRoot(
                    GetRootRequest(organizationId: organization), connection.callOptions)
                let head = answer.head ?? TreeHead()
                Output(output).one(head, [("size", "\(head.size)"), ("root", head.root.hex)])
            }
        }
    }
}

extension [UInt8] {
    var hex: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
