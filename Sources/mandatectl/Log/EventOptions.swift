internal import ArgumentParser
internal import Messages

/// Which events: what a list and a watch have in common.
struct EventOptions: ParsableArguments {
    @Option(help: "Which of its logs.") var eventClass: Word<EventClass>?
    @Option(help: .reference(.thing, "Only what this account or caller did"), transform: Reference.thing)
    var actor: Reference?
    @Option(help: .reference(.thing, "Only what was done to this"), transform: Reference.thing) var target: Reference?
    @Option(
        name: .customLong("mailbox-id"), help: .reference(.mailbox, "Only what concerns this mailbox"),
        transform: Reference.mailbox)
    var mailbox: Reference?
    @Option(help: .reference(.member, "Only what gave or took from this"), transform: Reference.member)
    var subject: Reference?
    @Option(help: "Only this action, or all that start so, as in 'delegation.'.") var action = ""
    @Option(
        name: .customLong("without-action"),
        help: "Not this action, or any that start so, as in 'audit_log.'; can be given more than once.")
    var withoutActions: [String] = []
    @Option(help: "Only what ended so: succeeded or denied.") var outcome: Word<EventOutcome>?
    @Option(help: .time("Recorded at or after"), transform: TimeArgument.read) var recordStartTime: TimeArgument?
    @Option(help: .time("Recorded before"), transform: TimeArgument.read) var recordEndTime: TimeArgument?
    @Option(help: .time("Occurred at or after"), transform: TimeArgument.read) var occurStartTime: TimeArgument?
    @Option(help: .time("Occurred before"), transform: TimeArgument.read) var occurEndTime: TimeArgument?

    /// With the ids of what they name.
    func filter(_ connections: Connections) async throws -> EventFilter {
        EventFilter(
            actorId: try await connections.id(of: actor) ?? "", targetId: try await connections.id(of: target) ?? "",
            mailboxId: try await connections.id(of: mailbox) ?? "",
            subjectId: try await connections.id(of: subject) ?? "", action: action, withoutActions: withoutActions,
            outcome: outcome?.value ?? .unspecified, recordStartTime: recordStartTime?.value,
            recordEndTime: recordEndTime?.value, occurStartTime: occurStartTime?.value, occurEndTime: occurEndTime?.value)
    }
}

/// An event in a table: both of its times, since it is found by either.
enum EventColumns {
    static var all: [ListWriter<ListEventsResponse>.Column] {
        [
            ("index", { "\($0.index)" }), ("occurred", { $0.event?.occurTime?.text ?? "" }),
            ("recorded", { $0.recordTime?.text ?? "" }), ("action", { $0.event?.action ?? "" }),
            ("outcome", { $0.event?.outcomeText ?? "" }), ("actor", { $0.event?.actorText ?? "" }),
            ("target", { $0.event?.target?.id ?? "" }), ("subject", { $0.event?.target?.subjectId ?? "" }),
            ("event", { $0.event?.id ?? "" }), ("decision", { $0.event?.decisionText ?? "" }),
            ("flags", { $0.event?.flagsText ?? "" }), ("from", { ToldValues($0.personal).address }),
            ("told", { ToldValues($0.personal).text }),
        ]
    }
}

extension EventDecision {
    /// Why; and of the demands of a role those that what was held did not meet (rule C15). What was met is no reason, and
    /// stands in the event and in JSON.
    fileprivate var text: String {
        let demands = demands.filter { $0.held.rawValue < $0.needed.rawValue }
            .map { "\($0.scope) needs \($0.needed.word), has \($0.held.word)" }
        return demands.isEmpty ? reason : "\(reason): \(demands.joined(separator: "; "))"
    }
}

extension Event {
    /// What a service does without a call is nobody's doing, and is done for the accounts of the chain.
    fileprivate var actorText: String {
        guard let actor else { return "" }
        let text = actor.kind == .system ? "SYSTEM (\(actor.id))" : actor.id
        let behalf = onBehalfOf.map(\.accountId).filter { !$0.isEmpty }
        return behalf.isEmpty ? text : "\(text) for \(behalf.joined(separator: ", "))"
    }

    /// What was done needs no reason, though a rule was asked.
    fileprivate var decisionText: String {
        outcome == .succeeded ? decision?.reason ?? "" : decision?.text ?? ""
    }

    /// As they are called in the contract.
    fileprivate var flagsText: String { flags.map(\.shortName).joined(separator: ", ") }

    /// With how many refusals it stands for, where it counts them.
    fileprivate var outcomeText: String { count > 0 ? "\(outcome.word) (\(count))" : outcome.word }
}
