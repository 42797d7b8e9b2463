// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

import CMessages

/// Changes a subscription.
package struct UpdateSubscriptionRequest: Message {
    /// id, and the fields that the mask names. An organization_id that is not its own is SELECTORS_DISAGREE.
    package var subscription: Subscription? = nil
    /// Of plan and licence_count.
    package var updateMask: FieldMask? = nil
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        subscription: Subscription? = nil,
        updateMask: FieldMask? = nil,
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.subscription = subscription
        self.updateMask = updateMask
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.UpdateSubscriptionRequest" }

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

extension UpdateSubscriptionRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateSubscriptionRequest>) {
        unsafe mandate__identity__v1__update_subscription_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__UpdateSubscriptionRequest>) throws(MessageError) {
        self.subscription = try unsafe Read.message(c.pointee.subscription)
        self.updateMask = try unsafe Read.message(c.pointee.update_mask)
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.UpdateSubscriptionRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__UpdateSubscriptionRequest>, in arena: Arena) {
        if let value = self.subscription {
            unsafe c.pointee.subscription = arena.message(value)
        }
        if let value = self.updateMask {
            unsafe c.pointee.update_mask = arena.message(value)
        }
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension UpdateSubscriptionRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.subscription {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "subscription")
        } else {
            violations.addMissing("subscription")
        }
        if self.updateMask == nil {
            violations.addMissing("update_mask")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
