internal import ArgumentParser
internal import AuditDomain
internal import Contract
internal import Foundation
internal import Messages
internal import RPC

// By hand: the watch goes on for long and shares its options with the list, and a proof is checked here.

extension LogCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists events, newest first.",
            discussion: """
                An event has two times: when it occurred, by the clock of the service it comes from, and when the log recorded it, \
                which never goes back. The --occur-… options are by the first, the --record-… options by the second.
                """)
        @OptionGroup var which: WhichLog
        @OptionGroup var events: EventOptions
        @Flag(help: "Oldest first.") var oldestFirst = false
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run(EventColumns.all) { connections, size, token in
                try await EventClient(transport: connections.audit()).listEvents(
                    ListEventsRequest(
                        organizationId: try await which.organization(connections),
                        eventClass: events.eventClass?.value ?? .unspecified,
                        filter: try await events.filter(connections), oldestFirst: oldestFirst, pageSize: size,
                        pageToken: token), connections.callOptions)
            }
        }
    }

    struct Watch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows events as the log takes them, until Ctrl-C.",
            discussion: """
                Goes on by itself where it was when the connection is lost or the server starts anew. With --output json every event \
                is one line. It leaves two events in the log for each connection: one when it begins, one when it ends.
                """)
        @OptionGroup var which: WhichLog
        @OptionGroup var events: EventOptions
        @Option(
            parsing: .unconditional,
            help: "Begin at this index; 0 is the oldest event. Without it: with what comes from now on.")
        var fromIndex: Int64?
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func validate() throws {
            guard fromIndex ?? 0 >= 0 else { throw Failure("--from-index is 0 or more, not \(fromIndex ?? 0)") }
        }

        func run() async throws {
            let format = output.output
            try await Connections.with(connection) { connections in
                let request = WatchEventsRequest(
                    organizationId: try await which.organization(connections),
                    eventClass: events.eventClass?.value ?? .unspecified,
                    filter: try await events.filter(connections), begin: fromIndex.map { .index($0) })
                var options = connections.callOptions
                options.timeout = nil
                let client = EventClient(transport: try connections.audit())
                let next = try await Interrupt.ends { [options] in
                    try await Self.watch(client, request, options, format)
                }
                if let next { Terminal.note("Go on with --from-index \(next).") }
            }
        }

        private static func watch(
            _ client: EventClient, _ request: WatchEventsRequest, _ options: CallOptions, _ format: OutputOptions.Format
        ) async throws -> Int64? {
            var table = ListWriter<ListEventsResponse>(.table, EventColumns.all, write: Terminal.write)
            let watch = LogWatch(client: client, options: options, pause: { try await Task.sleep(for: $0) }) { events in
                switch format {
                case .table: table.add(events)
                case .json: for event in events { Terminal.write(MessageJSON.text(event) + "\n") }
                }
            } note: {
                Terminal.note($0)
            }
            return try await watch.run(request)
        }
    }

    struct Prove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Fetches an event with its proof and checks both here, and what it tells about persons, trusting only the root."
        )
        @Argument(help: "evt_…") var event: String
        @Option(help: "In which of the organization's logs.") var eventClass: Word<EventClass>?
        @OptionGroup var which: WhichLog
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let proof = try await EventClient(transport: connections.audit()).proveEvent(
                    ProveEventRequest(
                        organizationId: try await which.organization(connections), eventId: event,
                        eventClass: eventClass?.value ?? .unspecified),
                    connections.callOptions)
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
                guard let leaf = try? Event(decoding: proof.leaf), leaf.id == event,
                    leaf.encoded() == recorded.event?.encoded()
                else {
                    throw Failure("the proved bytes are another event than the one shown", status: .no)
                }
                let told = ToldValues(recorded.personal)
                try told.verify(by: leaf)
                Output(output).one(
                    proof,
                    [
                        ("event", event), ("action", leaf.action), ("actor", leaf.actor?.id ?? ""),
                        ("target", leaf.target?.id ?? ""),
                    ] + told.lines(of: leaf) + [
                        ("index", "\(recorded.index)"), ("tree size", "\(head.size)"),
                        ("root", head.root.hex), ("proof", "\(proof.path.count) hashes"), ("verified", "yes"),
                    ])
            }
        }
    }
}
