/// What is wrong with a message's fields, all of them: what the generated checks fill (`Message.check`).
///
/// Empty, it costs nothing; paths and words are made only for what is wrong.
package struct Violations: Sendable, Equatable {
    /// More are not collected: nobody reads them, and a sender must not choose how much is written about his message.
    package static let countMax = 100

    /// In the order of the message's fields. `field` is a path, as in `checks[3].mailbox_id`; `description` begins with the
    /// rule's name, as in `string.max_len: at most 100 characters`; `reason` is an `ErrorReason`'s name.
    package private(set) var fields: [FieldViolation] = []
    /// Of the first; nil while nothing is wrong.
    package private(set) var reason: ErrorReason?

    package init() {}

    package var isEmpty: Bool { fields.isEmpty }
    package var count: Int { fields.count }
    package var isFull: Bool { fields.count >= Self.countMax }

    /// An empty `field` is the element that `place` will name.
    package mutating func add(_ field: String, _ reason: ErrorReason, _ description: String) {
        guard !isFull else { return }
        if fields.isEmpty { self.reason = reason }
        fields.append(FieldViolation(field: field, description: description, reason: reason.name))
    }

    mutating func addMissing(_ field: String) {
        add(field, .missingField, "required: it is missing")
    }

    /// What was found since there were `start` lies in the field `outer`; of a list in its element `index`.
    mutating func place(from start: Int, in outer: String, _ index: Int? = nil) {
        guard start < fields.count else { return }
        let head = index.map { "\(outer)[\($0)]" } ?? outer
        for position in start..<fields.count {
            let inner = fields[position].field
            fields[position].field = inner.isEmpty ? head : "\(head).\(inner)"
        }
    }
}
