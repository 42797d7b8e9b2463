import Messages
import RPC

/// Checks of single fields, all with the field's name in the metadata.
enum Check {
    static let idBytesMax = 254

    static func required(_ text: String, _ field: String) throws(Status) {
        guard !text.isEmpty else { throw missing(field) }
        try length(text, field)
    }

    /// An empty text is no filter.
    static func optional(_ text: String, _ field: String) throws(Status) -> String? {
        try length(text, field)
        return text.isEmpty ? nil : text
    }

    /// Nil for none; microseconds UTC. Rounded up, which moves no event over it: they are recorded at whole microseconds.
    static func time(_ time: Timestamp?, _ field: String) throws(Status) -> Int64? {
        guard let time else { return nil }
        guard let microseconds = time.microsecondsSince1970RoundedUp else {
            throw invalid(field, "\(field) must be a time in the years 1 to 9999, nanos 0 to 999,999,999")
        }
        return microseconds
    }

    /// A tree's size; nil for 0, which means now.
    static func size(_ size: Int64, _ field: String) throws(Status) -> Int? {
        guard size >= 0 else { throw invalid(field, "\(field) must not be negative") }
        return size == 0 ? nil : Int(size)
    }

    /// Where a watch begins; nil for now.
    static func index(_ begin: WatchEventsRequest.Begin?, _ field: String) throws(Status) -> Int? {
        guard case .index(let index) = begin else { return nil }
        guard index >= 0 else { throw invalid(field, "\(field) must not be negative") }
        return Int(index)
    }

    static func missing(_ field: String) -> Status {
        Status(
            .invalidArgument, .missingField, "\(field) is required", domain: Status.auditDomain,
            metadata: ["field": field])
    }

    static func invalid(_ field: String, _ message: String) -> Status {
        Status(.invalidArgument, .invalidField, message, domain: Status.auditDomain, metadata: ["field": field])
    }

    static func tooLong(_ field: String, _ limit: String) -> Status {
        Status(
            .invalidArgument, .tooLong, "\(field) has more than \(limit)", domain: Status.auditDomain,
            metadata: ["field": field])
    }

    private static func length(_ text: String, _ field: String) throws(Status) {
        guard text.utf8.count <= idBytesMax else { throw tooLong(field, "\(idBytesMax) bytes") }
    }
}
