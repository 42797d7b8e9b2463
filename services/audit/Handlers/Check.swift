import AuditStorage
import Contract
import Messages
import RPC

/// What the rules of fields cannot say, and what a field's value means here.
enum Check {
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

    /// Which log a request is of; UNSPECIFIED is the audit log. The communication log has readers of its own (rule E1), and so
    /// what is demanded goes by the class that the request names.
    static func log(_ organization: String, _ eventClass: EventClass) -> LogName {
        LogName(organization, eventClass == .unspecified ? .audit : eventClass)
    }

    /// An action, or the beginning of some with its dot. Empty is none.
    static func finds(_ action: String, _ field: String) throws(Status) {
        guard !action.isEmpty, !EventAction.finds(action) else { return }
        let nearest = EventAction.nearest(to: action)
        throw Status(
            .invalidArgument, .invalidField,
            "\(field): no event has this action; the nearest are \(nearest.joined(separator: ", "))",
            metadata: ["field": field, "nearest": nearest.joined(separator: ",")])
    }

    /// A tree's size; nil for 0, which means now.
    static func size(_ size: Int64) -> Int? { size == 0 ? nil : Int(size) }

    static func invalid(_ field: String, _ message: String) -> Status {
        Status(.invalidArgument, .invalidField, message, metadata: ["field": field])
    }
}
