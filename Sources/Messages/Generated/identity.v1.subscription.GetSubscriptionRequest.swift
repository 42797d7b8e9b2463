// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

import CMessages

/// Asks for one subscription.
package struct GetSubscriptionRequest: Message {
    /// Its id.
    package var subscriptionId: String = ""

    package init() {}

    package init(
        subscriptionId: String = ""
    ) {
        self.subscriptionId = subscriptionId
    }

    package static var name: String { "mandate.identity.v1.GetSubscriptionRequest" }

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

extension GetSubscriptionRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetSubscriptionRequest>) {
        unsafe mandate__identity__v1__get_subscription_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetSubscriptionRequest>) throws(MessageError) {
        self.subscriptionId = try unsafe Read.text(c.pointee.subscription_id, "mandate.identity.v1.GetSubscriptionRequest.subscription_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetSubscriptionRequest>, in arena: Arena) {
        unsafe c.pointee.subscription_id = arena.text(self.subscriptionId)
    }
}

extension GetSubscriptionRequest {
    package func check(_ violations: inout Violations) {
        if self.subscriptionId.isEmpty {
            violations.addMissing("subscription_id")
        } else {
            if !Patterns.sub(self.subscriptionId) {
                violations.add("subscription_id", .invalidField, "string.pattern: as in ^sub_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
