import AuditStorage
import Contract
package import Messages
package import RPC

extension EventHandler {
    package func listEvents(
        _ request: ListEventsRequest, _ call: Call
    ) throws(Status) -> Answer<ListEventsResponse> {
        var query = try EventQuery(request)
        var unpaged = request
        unpaged.pageSize = 0
        unpaged.pageToken = ""
        let page = try Page(call, unpaged, size: request.pageSize, token: request.pageToken)
        try query.goOn(page.after)
        return .later { [query] in
            let reading = Reading.log(query.organization, query: query.asChanges)
            let account = try await reader(call, reading)
            let found = try await answering { try await log.list(query, page.room) }
            try await record(reading.succeeded(call, by: account))
            var response = ListEventsResponse(
                events: try found.events.map { try RecordedEvent($0) },
                head: TreeHead(found.head, of: query.organization))
            if found.more, let last = found.events.last {
                response.nextPageToken = page.token(behind: "\(last.index)/\(query.size ?? found.head.size)")
            }
            return response
        }
    }
}

extension EventQuery {
    /// Checks the fields in their order.
    init(_ request: ListEventsRequest) throws(Status) {
        try Check.required(request.organizationId, "organization_id")
        self.init(organization: request.organizationId)
        actor = try Check.optional(request.actorId, "actor_id")
        target = try Check.optional(request.targetId, "target_id")
        mailbox = try Check.optional(request.mailboxId, "mailbox_id")
        subject = try Check.optional(request.subjectId, "subject_id")
        action = try Check.optional(request.action, "action")
        switch request.outcome {
        case .unspecified: outcome = nil
        case .succeeded, .denied: outcome = request.outcome
        // A filter that is not understood must not be left out: the answer would say more than was asked for.
        case .unrecognized: throw Check.invalid("outcome", "outcome is not one of the known values")
        }
        from = try Check.time(request.from, "from")
        until = try Check.time(request.until, "until")
        oldestFirst = request.oldestFirst
    }

    /// Behind a page's key: the last index of that page, and the log's size when the first page was read.
    fileprivate mutating func goOn(_ key: String) throws(Status) {
        if key.isEmpty { return }
        let numbers = key.split(separator: "/").compactMap { Int($0) }
        guard numbers.count == 2, numbers.allSatisfy({ $0 >= 0 }) else {
            throw Check.invalid("page_token", "no token of this server")
        }
        (after, size) = (numbers[0], numbers[1])
    }

    /// The filters given, for the event that says what was read.
    var asChanges: [FieldChange] {
        let filters = [
            ("actor_id", actor), ("target_id", target), ("mailbox_id", mailbox), ("subject_id", subject),
            ("action", action), ("outcome", outcome.map { $0.shortName.lowercased() }),
            ("from_micros", from.map { "\($0)" }), ("until_micros", until.map { "\($0)" }),
            ("after_index", after.map { "\($0)" }),
        ]
        return filters.compactMap { path, value in value.map { FieldChange(path: "query.\(path)", after: $0) } }
    }
}
