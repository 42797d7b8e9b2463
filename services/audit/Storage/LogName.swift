package import Messages

/// Which log: an organization has one a class, because each has its own readers and is kept for its own time.
package struct LogName: Sendable, Hashable, Comparable {
    /// Empty for the installation.
    package var organization: String
    package var eventClass: EventClass

    package init(_ organization: String, _ eventClass: EventClass = .audit) {
        self.organization = organization
        self.eventClass = eventClass
    }

    /// The installation's own.
    package static let installation = LogName("")

    /// Of an event; nil where it says no class that there is, or an organization that there cannot be: nobody could read it.
    init?(of event: Event) {
        guard event.organizationId.isEmpty || Identifier.bits(event.organizationId, of: "org") != nil else { return nil }
        switch event.eventClass {
        case .audit, .communication: self.init(event.organizationId, event.eventClass)
        case .unspecified, .unrecognized: return nil
        }
    }

    package static func < (one: LogName, other: LogName) -> Bool {
        (one.organization, one.eventClass.rawValue) < (other.organization, other.eventClass.rawValue)
    }
}
