import AuditStorage
import Contract
package import Messages
package import RPC

extension EventHandler {
    package func listEvents(
        _ request: ListEventsRequest, _ call: Call
    ) throws(Status) -> Answer<ListEventsResponse> {
        var query = try EventQuery(Check.log(request.organizationId, request.eventClass), request.filter)
        query.oldestFirst = request.oldestFirst
        let page = try Page(call, request)
        try query.goOn(page.after)
        return .later { [query] in
            let reading = Reading(request, of: query.log, query: query.asChanges)
            let reader = try await readers.reader(call, reading)
            let found = try await answering { try await log.list(query, page.room) }
            try await record(reading.succeeded(call, by: reader))
            var response = ListEventsResponse(
                events: try found.events.map { try RecordedEvent($0) },
                head: TreeHead(found.head, of: query.log))
            if found.more, let last = found.events.last {
                response.nextPageToken = page.token(behind: "\(last.index)/\(query.size ?? found.head.size)")
            }
            return response
        }
    }
}

extension EventQuery {
    /// Behind a page's key: the last index of that page, and the log's size when the first page was read.
    fileprivate mutating func goOn(_ key: String) throws(Status) {
        if key.isEmpty { return }
        let numbers = key.split(separator: "/").compactMap { Int($0) }
        guard numbers.count == 2, numbers.allSatisfy({ $0 >= 0 }) else {
            throw Check.invalid("page_token", "no token of this server")
        }
        (after, size) = (numbers[0], numbers[1])
    }
}
