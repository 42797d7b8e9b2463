// Generated from mandate/identity/v1/address.proto by proto/generate. Do not edit.

import CMessages

/// An address and whose it is.
package struct Address: Message {
    /// As given.
    package var address: String = ""
    /// As it is compared: the domain as A-labels, all in lower case.
    package var key: String = ""
    /// Whose it is.
    package var accountId: String = ""
    /// True for the account's primary address; else it is an alias.
    package var primary: Bool = false

    package init() {}

    package init(
        address: String = "",
        key: String = "",
        accountId: String = "",
        primary: Bool = false
    ) {
        self.address = address
        self.key = key
        self.accountId = accountId
        self.primary = primary
    }

    package static var name: String { "mandate.identity.v1.Address" }

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

extension Address: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__Address>) {
        unsafe mandate__identity__v1__address__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__Address>) throws(MessageError) {
        self.address = try unsafe Read.text(c.pointee.address, "mandate.identity.v1.Address.address")
        self.key = try unsafe Read.text(c.pointee.key, "mandate.identity.v1.Address.key")
        self.accountId = try unsafe Read.text(c.pointee.account_id, "mandate.identity.v1.Address.account_id")
        self.primary = unsafe c.pointee.primary != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__Address>, in arena: Arena) {
        unsafe c.pointee.address = arena.text(self.address)
        unsafe c.pointee.key = arena.text(self.key)
        unsafe c.pointee.account_id = arena.text(self.accountId)
        unsafe c.pointee.primary = self.primary ? 1 : 0
    }
}
