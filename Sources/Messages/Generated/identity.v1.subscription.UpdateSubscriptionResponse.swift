// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

import CMessages

/// The changed subscription.
package struct UpdateSubscriptionResponse: Message {
    /// As stored.
    package var subscription: Subscription? = nil
    /// True if there was nothing to do: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        subscription: Subscription? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.subscription = subscription
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.UpdateSubscriptionResponse" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }
}

extension UpdateSubscriptionResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateSubscriptionResponse>) {
        unsafe mandate__identity__v1__update_subscription_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdateSubscriptionResponse>) throws(MessageError) {
        self.subscription = try unsafe Read.message(c.pointee.subscription)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.UpdateSubscriptionResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.UpdateSubscriptionResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateSubscriptionResponse>, in arena: Arena) {
        if let value = self.subscription {
            unsafe c.pointee.subscription = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension UpdateSubscriptionResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.subscription {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "subscription")
        }
    }
}
