// Generated from mandate/identity/v1/billing.proto by proto/generate. Do not edit.

import CMessages

/// Billing details.
package struct GetBillingDetailsResponse: Message {
    /// As stored.
    package var billingDetails: BillingDetails? = nil

    package init() {}

    package init(
        billingDetails: BillingDetails? = nil
    ) {
        self.billingDetails = billingDetails
    }

    package static var name: String { "mandate.identity.v1.GetBillingDetailsResponse" }

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

extension GetBillingDetailsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetBillingDetailsResponse>) {
        unsafe mandate__identity__v1__get_billing_details_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetBillingDetailsResponse>) throws(MessageError) {
        self.billingDetails = try unsafe Read.message(c.pointee.billing_details)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetBillingDetailsResponse>, in arena: Arena) {
        if let value = self.billingDetails {
            unsafe c.pointee.billing_details = arena.message(value)
        }
    }
}

extension GetBillingDetailsResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.billingDetails {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "billing_details")
        }
    }
}
