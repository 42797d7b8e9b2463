package import Messages

/// An event before what it tells about persons has become commitments: values in the open, and whose they are.
package struct OpenEvent: Sendable, Equatable {
    /// What stays for ever, without its commitments.
    package var leaf: Event
    /// In the order in which it was told.
    package private(set) var personal: [OpenValue] = []

    package init(_ leaf: Event) { self.leaf = leaf }

    /// Tells a value about a person; nothing is told of an empty one.
    package mutating func tell(_ value: OpenValue) {
        if !value.text.isEmpty { personal.append(value) }
    }

    /// What is different of a field that tells about a person: before and after are a value each.
    package mutating func tell(_ change: EventChange, of subject: String) {
        tell(OpenValue("changes.\(change.path).before", change.before, of: subject))
        tell(OpenValue("changes.\(change.path).after", change.after, of: subject))
    }

    package mutating func forgetPersonal() { personal = [] }
}

/// A personal value on its way into the log.
package struct OpenValue: Sendable, Equatable {
    /// As in the contract's EventCommitment.
    package var path: String
    package var text: String
    /// Whose it is; empty where nobody knows.
    package var subject: String

    package init(_ path: String, _ text: String, of subject: String) {
        self.path = path
        self.text = text
        self.subject = subject
    }

    /// Why, in the actor's words.
    package static func justification(_ text: String, of actor: String) -> OpenValue {
        OpenValue("justification", text, of: actor)
    }

    /// What the caller named the request: it can be anything, a person's address too.
    package static func requestID(_ text: String, of actor: String) -> OpenValue {
        OpenValue("origin.request_id", text, of: actor)
    }

    /// Where the actor's call came from.
    package static func address(_ text: String, of actor: String) -> OpenValue {
        OpenValue("origin.address", text, of: actor)
    }
}
