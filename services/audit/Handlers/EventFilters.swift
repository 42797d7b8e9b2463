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
    /// An empty text is no filter.
    init(_ filters: some EventFilters) {
        func given(_ text: String) -> String? { text.isEmpty ? nil : text }
        self.init(organization: filters.organizationId)
        actor = given(filters.actorId)
        target = given(filters.targetId)
        mailbox = given(filters.mailboxId)
        subject = given(filters.subjectId)
        action = given(filters.action)
        withoutActions = filters.withoutActions
        outcome = filters.outcome == .unspecified ? nil : filters.outcome
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
