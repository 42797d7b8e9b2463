internal import ArgumentParser
internal import Messages

/// Which events: what a list and a watch have in common.
struct EventOptions: ParsableArguments {
    @Option(help: "org_…") var organization: String
    @Option(help: "Only what this account or caller did.") var actor = ""
    @Option(help: "Only what was done to this.") var target = ""
    @Option(help: "Only what concerns this mailbox, mbx_….") var mailboxID = ""
    @Option(help: "Only what gave or took from this account or group.") var subject = ""
    @Option(help: "Only this action, or all that start so, as in 'delegation.'.") var action = ""
    @Option(
        name: .customLong("without-action"),
        help: "Not this action, or any that start so, as in 'audit_log.'; can be given more than once.")
    var withoutActions: [String] = []
    @Option(help: "Only what ended so: succeeded or denied.") var outcome: OutcomeArgument?
}

struct OutcomeArgument: ExpressibleByArgument {
    let value: EventOutcome
    init?(argument: String) {
        guard let value = EventOutcome(word: argument) else { return nil }
        self.value = value
    }
    static var allValueStrings: [String] { EventOutcome.words }
}

/// An event in a table: both of its times, since it is found by either.
enum EventColumns {
    static var all: [ListWriter<ListEventsResponse>.Column] {
        [
            ("index", { "\($0.index)" }), ("occurred", { $0.event?.occurredAt?.text ?? "" }),
            ("recorded", { $0.recordedAt?.text ?? "" }), ("action", { $0.event?.action ?? "" }),
            ("outcome", { $0.event?.outcome.word ?? "" }), ("actor", { $0.event?.actor?.id ?? "" }),
            ("target", { $0.event?.target?.id ?? "" }), ("subject", { $0.event?.target?.subjectId ?? "" }),
            ("event", { $0.event?.id ?? "" }),
        ]
    }
}
