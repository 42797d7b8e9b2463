import AuditStorage
import Messages
import RPC

/// What a list and a watch ask for alike.
protocol EventFilters {
    var organizationId: String { get }
    var actorId: String { get }
    var targetId: String { get }
    var mailboxId: String { get }
    var subjectId: String { get }
    var action: String { get }
    var withoutActions: [String] { get }
    var outcome: EventOutcome { get }
}

extension ListEventsRequest: EventFilters {}
extension WatchEventsRequest: EventFilters {}

extension EventQuery {
    private static let withoutActionsMax = 32

    /// Checks the fields in their order.
    init(_ filters: some EventFilters) throws(Status) {
        try Check.required(filters.organizationId, "organization_id")
        self.init(organization: filters.organizationId)
        actor = try Check.id(filters.actorId, "actor_id", .actor)
        target = try Check.id(filters.targetId, "target_id", .target)
        mailbox = try Check.id(filters.mailboxId, "mailbox_id", .mailbox)
        subject = try Check.id(filters.subjectId, "subject_id", .subject)
        action = try Check.optional(filters.action, "action")
        guard filters.withoutActions.count <= Self.withoutActionsMax else {
            throw Check.tooLong("without_actions", "\(Self.withoutActionsMax) actions")
        }
        for action in filters.withoutActions { try Check.required(action, "without_actions") }
        withoutActions = filters.withoutActions
        switch filters.outcome {
        case .unspecified: outcome = nil
        case .succeeded, .denied: outcome = filters.outcome
        // A filter that is not understood must not be left out: the answer would say more than was asked for.
        case .unrecognized: throw Check.invalid("outcome", "outcome is not one of the known values")
        }
    }

    /// The filters given, for the event that says what was read.
    var asChanges: [EventChange] {
        let without = withoutActions.isEmpty ? nil : withoutActions.joined(separator: " ")
        let texts: [(String, String?)] = [
            ("actor_id", actor), ("target_id", target), ("mailbox_id", mailbox), ("subject_id", subject),
            ("action", action), ("without_actions", without), ("outcome", outcome.map { $0.shortName.lowercased() }),
        ]
        let numbers: [(String, Int64?)] = [
            ("record_start_time", recordStartTime), ("record_end_time", recordEndTime),
            ("occur_start_time", occurStartTime), ("occur_end_time", occurEndTime), ("after_index", after.map { Int64($0) }),
        ]
        let filters = texts + numbers.map { ($0, $1.map(String.init)) }
        return filters.compactMap { path, value in value.map { EventChange(path: "query.\(path)", after: $0) } }
    }
}
