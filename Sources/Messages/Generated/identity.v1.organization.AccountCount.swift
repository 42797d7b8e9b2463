// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

import CMessages

/// How many accounts are of one type and state.
package struct AccountCount: Message {
    /// The type.
    package var accountType: AccountType = .unspecified
    /// The state.
    package var state: AccountState = .unspecified
    /// How many.
    package var count: Int32 = 0

    package init() {}

    package init(
        accountType: AccountType = .unspecified,
        state: AccountState = .unspecified,
        count: Int32 = 0
    ) {
        self.accountType = accountType
        self.state = state
        self.count = count
    }

    package static var name: String { "mandate.identity.v1.AccountCount" }

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

extension AccountCount: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__AccountCount>) {
        unsafe mandate__identity__v1__account_count__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__AccountCount>) throws(MessageError) {
        self.accountType = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.account_type.rawValue))
        self.state = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
        self.count = unsafe c.pointee.count
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__AccountCount>, in arena: Arena) {
        unsafe c.pointee.account_type = .init(rawValue: .init(truncatingIfNeeded: self.accountType.rawValue))
        unsafe c.pointee.state = .init(rawValue: .init(truncatingIfNeeded: self.state.rawValue))
        unsafe c.pointee.count = self.count
    }
}
