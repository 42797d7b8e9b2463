// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// One account.
package struct GetAccountResponse: Message {
    /// As stored.
    package var account: Account? = nil

    package init() {}

    package init(
        account: Account? = nil
    ) {
        self.account = account
    }

    package static var name: String { "mandate.identity.v1.GetAccountResponse" }

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

extension GetAccountResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetAccountResponse>) {
        unsafe mandate__identity__v1__get_account_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetAccountResponse>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetAccountResponse>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
    }
}

extension GetAccountResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        }
    }
}
