// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

import CMessages

/// Asks for a new subscription.
package struct CreateSubscriptionRequest: Message {
    /// organization_id, tenant_id, plan and licence_count count.
    package var subscription: Subscription? = nil
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        subscription: Subscription? = nil,
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.subscription = subscription
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.CreateSubscriptionRequest" }

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

extension CreateSubscriptionRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateSubscriptionRequest>) {
        unsafe mandate__identity__v1__create_subscription_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateSubscriptionRequest>) throws(MessageError) {
        self.subscription = try unsafe Read.message(c.pointee.subscription)
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.CreateSubscriptionRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateSubscriptionRequest>, in arena: Arena) {
        if let value = self.subscription {
            unsafe c.pointee.subscription = arena.message(value)
        }
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension CreateSubscriptionRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.subscription {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "subscription")
        } else {
            violations.addMissing("subscription")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
