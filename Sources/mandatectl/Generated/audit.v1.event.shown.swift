// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

internal import Messages

extension ListEventsRequest: PageRequest {}

extension ListEventsResponse: ListPage {
    static var rowsName: String { "events" }
    var rows: [RecordedEvent] { events }
}
