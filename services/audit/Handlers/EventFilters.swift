import AuditStorage
import Messages
import RPC

extension EventQuery {
    /// An empty text is no filter, and neither is a message that is not there.
    ///
    /// Throws INVALID_FIELD for an action that no event can have: an empty answer would look as if nothing was done.
    init(_ log: LogName, _ filter: EventFilter?) throws(Status) {
        func given(_ text: String) -> String? { text.isEmpty ? nil : text }
        self.init(log)
        guard let filter else { return }
        try Check.finds(filter.action, "filter.action")
        for action in filter.withoutActions { try Check.finds(action, "filter.without_actions") }
        actor = given(filter.actorId)
        target = given(filter.targetId)
        mailbox = given(filter.mailboxId)
        subject = given(filter.subjectId)
        action = given(filter.action)
        withoutActions = filter.withoutActions
        outcome = filter.outcome == .unspecified ? nil : filter.outcome
        (recordStartTime, recordEndTime) = try Check.period(
            filter.recordStartTime, filter.recordEndTime, ("filter.record_start_time", "filter.record_end_time"))
        (occurStartTime, occurEndTime) = try Check.period(
            filter.occurStartTime, filter.occurEndTime, ("filter.occur_start_time", "filter.occur_end_time"))
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
