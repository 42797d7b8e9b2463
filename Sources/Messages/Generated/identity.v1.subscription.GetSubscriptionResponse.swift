// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

import CMessages

/// One subscription.
package struct GetSubscriptionResponse: Message {
    /// As stored.
    package var subscription: Subscription? = nil

    package init() {}

    package init(
        subscription: Subscription? = nil
    ) {
        self.subscription = subscription
    }

    package static var name: String { "mandate.identity.v1.GetSubscriptionResponse" }

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

extension GetSubscriptionResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetSubscriptionResponse>) {
        unsafe mandate__identity__v1__get_subscription_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetSubscriptionResponse>) throws(MessageError) {
        self.subscription = try unsafe Read.message(c.pointee.subscription)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetSubscriptionResponse>, in arena: Arena) {
        if let value = self.subscription {
            unsafe c.pointee.subscription = arena.message(value)
        }
    }
}

extension GetSubscriptionResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.subscription {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "subscription")
        }
    }
}
