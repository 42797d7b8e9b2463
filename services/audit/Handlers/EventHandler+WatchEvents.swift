import AuditStorage
import Contract
package import Messages
package import RPC

extension EventHandler {
    /// Recorded before the first event is shown, and when it has ended: by the client, a lost connection, a deadline, a
    /// drain, or because the account may no longer read. Only a process that dies leaves a beginning without an end.
    package func watchEvents(
        _ request: WatchEventsRequest, _ responses: ResponseWriter<WatchEventsResponse>, _ call: Call
    ) async throws {
        var query = try EventQuery(Check.log(request.organizationId, request.eventClass), request.filter)
        query.oldestFirst = true
        let begin: Int? = if case .index(let index) = request.begin { Int(index) } else { nil }
        let reading = Reading(request, of: query.log, query: query.asChanges)
        let reader = try await readers.reader(call, reading)
        try await answering {
            // Before its beginning is recorded: what comes behind that is not missed.
            let arrivals = try log.arrivals.watch(query.log)
            // A log that is shorter than what was read of it is another: from a backup, or worse.
            let head = try await log.head(query.log, size: begin)
            let begun = try await recorder.record(reading.succeeded(call, by: reader))
            var watch = Watch(
                handler: self, query: query, access: call.access(for: request), begun: begun.id,
                at: begin ?? (query.log.eventClass == .audit ? begun.size : head.size))
            do {
                try await watch.run(arrivals, responses, call)
            } catch {
                let status = error as? Status ?? Status(.internal, .internal, "internal error")
                try await recorder.record(reading.ended(call, by: reader, watch.course, because: status))
                throw error
            }
        }
    }
}

/// One watch on its way.
private struct Watch {
    /// A message of events: far less than a page, because the messages of all watches lie in memory until they have left.
    private static let room = PageRoom(rows: 256, bytes: 256 << 10)

    private let handler: EventHandler
    private var query: EventQuery
    /// What each message needs.
    private let access: Access
    private let begun: String
    private let first: Int
    private var next: Int
    private var events = 0

    init(handler: EventHandler, query: EventQuery, access: Access, begun: String, at index: Int) {
        self.handler = handler
        self.query = query
        self.access = access
        self.begun = begun
        first = index
        next = index
    }

    /// What came of it, for the event of its end.
    var course: [EventChange] {
        [
            EventChange(path: "watch.begun_by", after: begun), EventChange(path: "watch.events", after: "\(events)"),
            EventChange(path: "watch.index", before: "\(first)", after: "\(next)"),
        ]
    }

    /// Sends what there is and what comes. Never returns; throws why it is over.
    ///
    /// Each message is authorized on its own, as each page is: nothing is sent after the right to it was taken away.
    mutating func run(
        _ arrivals: AsyncStream<Void>, _ responses: ResponseWriter<WatchEventsResponse>, _ call: Call
    ) async throws {
        var arrivals = arrivals.makeAsyncIterator()
        var isFirst = true
        while true {
            query.after = next - 1
            let found = try await handler.log.list(query, Self.room)
            if !isFirst, !found.events.isEmpty {
                _ = try await handler.readers.authorized(call, access, query.log.organization)
            }
            next = found.more ? (found.events.last?.index ?? next - 1) + 1 : max(next, found.head.size)
            if isFirst || !found.events.isEmpty { try await send(found, responses) }
            isFirst = false
            // A server that drains does not wait until somebody has read the whole log.
            if found.more, !handler.log.arrivals.isDraining { continue }
            guard await arrivals.next() != nil else { throw call.cancelledWith ?? .draining }
        }
    }

    private mutating func send(_ found: EventPage, _ responses: ResponseWriter<WatchEventsResponse>) async throws {
        let response = WatchEventsResponse(
            events: try found.events.map { try RecordedEvent($0) }, nextIndex: Int64(next),
            head: TreeHead(found.head, of: query.log))
        // Counted before they leave: who was cut off meanwhile may have read them.
        events += found.events.count
        try await responses.send(response)
    }
}

extension Status {
    fileprivate static let draining = Status(
        .unavailable, .draining, "the server is draining; go on at next_index of the last response")
}
