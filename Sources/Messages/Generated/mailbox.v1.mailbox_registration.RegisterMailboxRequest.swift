// Generated from mandate/mailbox/v1/mailbox_registration.proto by proto/generate. Do not edit.

import CMessages

/// Registers a mailbox.
package struct RegisterMailboxRequest: Message {
    /// Whose it is: an active account that is not a functional one.
    package var ownerId: String = ""
    /// Its address, as given.
    package var address: String = ""
    /// Its name, for people. At most 200 characters.
    package var displayName: String = ""
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false

    package init() {}

    package init(
        ownerId: String = "",
        address: String = "",
        displayName: String = "",
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false
    ) {
        self.ownerId = ownerId
        self.address = address
        self.displayName = displayName
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
    }

    package static var name: String { "mandate.mailbox.v1.RegisterMailboxRequest" }

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

extension RegisterMailboxRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__RegisterMailboxRequest>) {
        unsafe mandate__mailbox__v1__register_mailbox_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__RegisterMailboxRequest>) throws(MessageError) {
        self.ownerId = try unsafe Read.text(c.pointee.owner_id, "mandate.mailbox.v1.RegisterMailboxRequest.owner_id")
        self.address = try unsafe Read.text(c.pointee.address, "mandate.mailbox.v1.RegisterMailboxRequest.address")
        self.displayName = try unsafe Read.text(c.pointee.display_name, "mandate.mailbox.v1.RegisterMailboxRequest.display_name")
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.mailbox.v1.RegisterMailboxRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.mailbox.v1.RegisterMailboxRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__RegisterMailboxRequest>, in arena: Arena) {
        unsafe c.pointee.owner_id = arena.text(self.ownerId)
        unsafe c.pointee.address = arena.text(self.address)
        unsafe c.pointee.display_name = arena.text(self.displayName)
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
    }
}

extension RegisterMailboxRequest {
    package func check(_ violations: inout Violations) {
        if self.ownerId.isEmpty {
            violations.addMissing("owner_id")
        } else {
            if !Patterns.acc(self.ownerId) {
                violations.add("owner_id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.address.isEmpty {
            violations.addMissing("address")
        } else {
            if self.address.utf8.count > 254 {
                violations.add("address", .tooLong, "string.max_bytes: at most 254 bytes")
            }
        }
        if self.displayName.isEmpty {
            violations.addMissing("display_name")
        } else {
            if self.displayName.hasMoreScalars(than: 200) {
                violations.add("display_name", .tooLong, "string.max_len: at most 200 characters")
            }
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
    }
}
