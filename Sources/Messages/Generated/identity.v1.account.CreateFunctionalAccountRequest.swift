// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// Asks for a functional account.
package struct CreateFunctionalAccountRequest: Message {
    /// organization_id, address, display_name and external_id count.
    package var account: Account? = nil
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        account: Account? = nil,
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.account = account
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.identity.v1.CreateFunctionalAccountRequest" }

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

extension CreateFunctionalAccountRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__CreateFunctionalAccountRequest>) {
        unsafe mandate__identity__v1__create_functional_account_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__CreateFunctionalAccountRequest>) throws(MessageError) {
        self.account = try unsafe Read.message(c.pointee.account)
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.CreateFunctionalAccountRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__CreateFunctionalAccountRequest>, in arena: Arena) {
        if let value = self.account {
            unsafe c.pointee.account = arena.message(value)
        }
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension CreateFunctionalAccountRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.account {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "account")
        } else {
            violations.addMissing("account")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
