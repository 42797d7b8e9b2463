// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// Asks what is known of one account.
package struct GetAccountSummaryRequest: Message {
    /// Its id.
    package var accountId: String = ""

    package init() {}

    package init(
        accountId: String = ""
    ) {
        self.accountId = accountId
    }

    package static var name: String { "mandate.identity.v1.GetAccountSummaryRequest" }

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

extension GetAccountSummaryRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetAccountSummaryRequest>) {
        unsafe mandate__identity__v1__get_account_summary_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetAccountSummaryRequest>) throws(MessageError) {
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.GetAccountSummaryRequest.account_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetAccountSummaryRequest>, in arena: Arena) {
        unsafe c.pointee.account_id = arena.text(self.accountId)
    }
}

extension GetAccountSummaryRequest {
    package func check(_ violations: inout Violations) {
        if self.accountId.isEmpty {
            violations.addMissing("account_id")
        } else {
            if !Patterns.acc(self.accountId) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
    }
}
