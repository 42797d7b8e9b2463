package import Messages

/// An event of the log's own, before it has an id and a time.
package struct OwnEvent: Sendable {
    /// With its commitments.
    package var event: Event
    /// The values of those.
    package var personal: [PersonalValue]

    package init(_ event: Event, personal: [PersonalValue] = []) {
        self.event = event
        self.personal = personal
    }

    var log: LogName { LogName(event.organizationId, event.eventClass) }
}
