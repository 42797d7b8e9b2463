internal import ArgumentParser
internal import Messages

/// A time on the command line or in a file: RFC 3339 with its zone, exactly.
struct TimeArgument {
    fileprivate static let example = "2027-01-01T00:00:00Z"
    static let read: @Sendable (String) throws -> TimeArgument = { try TimeArgument($0) }

    let value: Timestamp

    init(_ text: String) throws(Failure) {
        guard let value = Timestamp(rfc3339: text) else {
            throw Failure(
                Table.printable("'\(text)' is no time, or of a day that the month does not have"),
                todo: "write it with its zone, as in \(Self.example)")
        }
        self.value = value
    }
}

extension ArgumentHelp {
    /// What is at that time, and how it is written.
    static func time(_ what: String) -> ArgumentHelp { ArgumentHelp("\(what), as in \(TimeArgument.example).") }
}
