// Generated from mandate/identity/v1/billing.proto by proto/generate. Do not edit.

import CMessages

/// The changed billing details.
package struct UpdateBillingDetailsResponse: Message {
    /// As stored.
    package var billingDetails: BillingDetails? = nil
    /// True if they were so before: nothing changed.
    package var unchanged: Bool = false
    /// The event's id in the log.
    package var eventId: String = ""
    /// For reading what was written.
    package var consistencyToken: String = ""

    package init() {}

    package init(
        billingDetails: BillingDetails? = nil,
        unchanged: Bool = false,
        eventId: String = "",
        consistencyToken: String = ""
    ) {
        self.billingDetails = billingDetails
        self.unchanged = unchanged
        self.eventId = eventId
        self.consistencyToken = consistencyToken
    }

    package static var name: String { "mandate.identity.v1.UpdateBillingDetailsResponse" }

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

extension UpdateBillingDetailsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateBillingDetailsResponse>) {
        unsafe mandate__identity__v1__update_billing_details_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdateBillingDetailsResponse>) throws(MessageError) {
        self.billingDetails = try unsafe Read.message(c.pointee.billing_details)
        self.unchanged = unsafe c.pointee.unchanged != 0
        self.eventId = try unsafe Read.text(c.pointee.event_id, "mandate.identity.v1.UpdateBillingDetailsResponse.event_id")
        self.consistencyToken = try unsafe Read.text(c.pointee.consistency_token, "mandate.identity.v1.UpdateBillingDetailsResponse.consistency_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateBillingDetailsResponse>, in arena: Arena) {
        if let value = self.billingDetails {
            unsafe c.pointee.billing_details = arena.message(value)
        }
        unsafe c.pointee.unchanged = self.unchanged ? 1 : 0
        unsafe c.pointee.event_id = arena.text(self.eventId)
        unsafe c.pointee.consistency_token = arena.text(self.consistencyToken)
    }
}

extension UpdateBillingDetailsResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.billingDetails {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "billing_details")
        }
    }
}
