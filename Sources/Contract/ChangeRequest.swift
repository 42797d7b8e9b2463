package import Messages

// What stands in every request and answer of a change. Conformances are generated from the options of methods and fields.

/// A request of a method that the log has a name for.
package protocol LoggedRequest: Message {
    /// What the call does, or tries to do, as far as the request says.
    var occurrence: Occurrence { get }
    /// The organization of what is to be touched, where the request names it; empty is the account's own.
    var organizationNamed: String { get }
    /// The organizational unit that what is to be touched belongs to, or is, where the request names it; empty is none.
    var unitNamed: String { get }
    /// What its values demand besides what its method does: of an access that is `by` one of its fields.
    var demandsNamed: [AccessDemand] { get }
}

extension LoggedRequest {
    package var organizationNamed: String { "" }
    package var unitNamed: String { "" }
    package var demandsNamed: [AccessDemand] { [] }
}

/// A request of a method that changes something.
package protocol ChangeRequest: LoggedRequest {
    /// It can only take access away, so it is done also when the log has taken nothing for so long that other changes are
    /// refused. What may do both, as another role for a role, is no withdrawal: what it gives would use the room. It can be
    /// done in two steps, of which the first is one.
    static var takesAway: Bool { get }
    /// What the caller named it; a repetition gets the same answer.
    var requestId: String { get }
    /// It is only tried out: everything is checked and nothing changes (rule D26).
    var validateOnly: Bool { get }
    var justification: String { get }
    /// Of the resource as the caller saw it (AIP-154); empty: whatever it is now.
    var etag: String { get }
    /// What is stored of it as a hash: see `HoldsSecrets`.
    var withoutSecrets: Self { get }
}

extension ChangeRequest {
    package static var takesAway: Bool { false }
    package var withoutSecrets: Self { self }
}

/// An answer of a change. It tells where it can be read from and what the log has of it.
package protocol ChangeAnswer: Message {
    var consistencyToken: String { get set }
    var eventId: String { get set }
    /// There was nothing to do: the log has nothing of it either.
    var unchanged: Bool { get }
}

/// A message in which something stands that whoever knows it could use.
package protocol HoldsSecrets: Message {
    /// The same without those values, at whatever depth: what may be stored, hashed and shown.
    var withoutSecrets: Self { get }
}

/// A request of a list.
package protocol PagedRequest: Message {
    var pageSize: Int32 { get set }
    var pageToken: String { get set }
}

extension PagedRequest {
    /// What is asked for, whatever the page.
    var query: Self {
        var query = self
        query.pageSize = 0
        query.pageToken = ""
        return query
    }
}
