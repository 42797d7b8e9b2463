import Contract
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

    /// An empty text is no filter.
    static func id(_ text: String, _ field: String, _ kind: LoggedID) throws(Status) -> String? {
        guard let id = try optional(text, field) else { return nil }
        guard kind.isWellFormed(id) else { throw invalid(field, "\(field) must be \(kind.forms)") }
        return id
    }

    /// From one time to another, of which either may be left open; `fields` are their names.
    static func period(
        _ from: Timestamp?, _ until: Timestamp?, _ fields: (from: String, until: String)
    ) throws(Status) -> (from: Int64?, until: Int64?) {
        let period = (from: try time(from, fields.from), until: try time(until, fields.until))
        // The other way round it holds nothing, and whoever asks would take that for an answer.
        if let from = period.from, let until = period.until, from >= until {
            throw invalid(fields.until, "\(fields.until) must be later than \(fields.from)")
        }
        return period
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
            .invalidArgument, .missingField, "\(field) is required",
            metadata: ["field": field])
    }

    static func invalid(_ field: String, _ message: String) -> Status {
        Status(.invalidArgument, .invalidField, message, metadata: ["field": field])
    }

    static func tooLong(_ field: String, _ limit: String) -> Status {
        Status(
            .invalidArgument, .tooLong, "\(field) has more than \(limit)",
            metadata: ["field": field])
    }

    private static func length(_ text: String, _ field: String) throws(Status) {
        guard text.utf8.count <= idBytesMax else { throw tooLong(field, "\(idBytesMax) bytes") }
    }
}
