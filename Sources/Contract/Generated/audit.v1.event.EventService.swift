// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.audit.v1.EventService.
package enum EventServiceMethods {
    /// Lists events, by index, newest first unless asked otherwise. Each page is itself an event (rule C3): who follows the
    /// log uses WatchEvents, which leaves two.
    package static let listEvents = Method<ListEventsRequest, ListEventsResponse>(
        "mandate.audit.v1.EventService/ListEvents", .unary,
        Access(kind: .account, by: "event_class", orOperator: true),
        log: MethodLog(action: "audit_log.read", resourceType: "audit_log", target: "organization_id"))

    /// Sends events as the log takes them, oldest first, until the client goes, the server drains or the account may no longer
    /// read. Leaves one event when it begins and one when it ends, which says how many events were sent. Who was cut off goes
    /// on at next_index of the last response.
    package static let watchEvents = Method<WatchEventsRequest, WatchEventsResponse>(
        "mandate.audit.v1.EventService/WatchEvents", .serverStreaming,
        Access(kind: .account, by: "event_class", orOperator: true),
        log: MethodLog(action: "audit_log.watch_begun", resourceType: "audit_log", target: "organization_id"))

    /// Returns one event with its exact bytes and the proof that it is in the log.
    package static let proveEvent = Method<ProveEventRequest, ProveEventResponse>(
        "mandate.audit.v1.EventService/ProveEvent", .unary,
        Access(kind: .account, by: "event_class", orOperator: true),
        log: MethodLog(action: "audit_log.read", resourceType: "event", target: "event_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        listEvents.descriptor,
        watchEvents.descriptor,
        proveEvent.descriptor,
    ]
}

/// Reading and proving events.
package protocol EventService: Sendable {
    /// Lists events, by index, newest first unless asked otherwise. Each page is itself an event (rule C3): who follows the
    /// log uses WatchEvents, which leaves two.
    func listEvents(
        _ request: ListEventsRequest, _ call: Call
    ) throws(Status) -> Answer<ListEventsResponse>
    /// Sends events as the log takes them, oldest first, until the client goes, the server drains or the account may no longer
    /// read. Leaves one event when it begins and one when it ends, which says how many events were sent. Who was cut off goes
    /// on at next_index of the last response.
    func watchEvents(
        _ request: WatchEventsRequest, _ responses: ResponseWriter<WatchEventsResponse>, _ call: Call
    ) async throws
    /// Returns one event with its exact bytes and the proof that it is in the log.
    func proveEvent(
        _ request: ProveEventRequest, _ call: Call
    ) throws(Status) -> Answer<ProveEventResponse>
}

extension Router {
    /// Registers every method of mandate.audit.v1.EventService.
    package mutating func add(_ service: some EventService) {
        unary(EventServiceMethods.listEvents) { (request, call) throws(Status) in
            try service.listEvents(request, call)
        }
        serverStreaming(EventServiceMethods.watchEvents) { request, responses, call in
            try await service.watchEvents(request, responses, call)
        }
        unary(EventServiceMethods.proveEvent) { (request, call) throws(Status) in
            try service.proveEvent(request, call)
        }
    }
}

/// Calls mandate.audit.v1.EventService.
package struct EventClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Lists events, by index, newest first unless asked otherwise. Each page is itself an event (rule C3): who follows the
    /// log uses WatchEvents, which leaves two.
    package func listEvents(
        _ request: ListEventsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListEventsResponse {
        try await transport.unary(EventServiceMethods.listEvents, request, options)
    }

    /// Sends events as the log takes them, oldest first, until the client goes, the server drains or the account may no longer
    /// read. Leaves one event when it begins and one when it ends, which says how many events were sent. Who was cut off goes
    /// on at next_index of the last response.
    package func watchEvents(
        _ request: WatchEventsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ResponseReader<WatchEventsResponse> {
        try await transport.serverStreaming(EventServiceMethods.watchEvents, request, options)
    }

    /// Returns one event with its exact bytes and the proof that it is in the log.
    package func proveEvent(
        _ request: ProveEventRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ProveEventResponse {
        try await transport.unary(EventServiceMethods.proveEvent, request, options)
    }
}
