// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

import CMessages

/// Asks for one account.
package struct GetAccountRequest: Message {
    /// By one of these.
    package var key: Key? = nil

    package init() {}

    package init(
        key: Key? = nil
    ) {
        self.key = key
    }

    package static var name: String { "mandate.identity.v1.GetAccountRequest" }

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

    /// By one of these.
    package enum Key: Sendable, Equatable {
        /// The account's id.
        case accountId(String)
        /// The primary address or an alias, in either form, compared without case.
        case address(String)
    }
}

extension GetAccountRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetAccountRequest>) {
        unsafe mandate__identity__v1__get_account_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetAccountRequest>) throws(MessageError) {
        switch unsafe c.pointee.key_case.rawValue {
        case 1: self.key = .accountId(try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.GetAccountRequest.account_id"))
        case 2: self.key = .address(try unsafe Read.text(c.pointee.address, "mandate.identity.v1.GetAccountRequest.address"))
        default: self.key = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetAccountRequest>, in arena: Arena) {
        switch self.key {
        case nil: break
        case .accountId(let value)?:
            unsafe c.pointee.key_case = .init(rawValue: 1)
            unsafe c.pointee.account_id = arena.text(value)
        case .address(let value)?:
            unsafe c.pointee.key_case = .init(rawValue: 2)
            unsafe c.pointee.address = arena.text(value)
        }
    }
}

extension GetAccountRequest {
    package func check(_ violations: inout Violations) {
        if self.key == nil {
            violations.addMissing("key")
        }
        if case .accountId(let value)? = self.key {
            if !Patterns.acc(value) {
                violations.add("account_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .address(let value)? = self.key {
            if value.utf8.count < 1 {
                violations.add("address", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 254 {
                violations.add("address", .tooLong, "string.max_bytes: at most 254 bytes")
            }
        }
    }
}
