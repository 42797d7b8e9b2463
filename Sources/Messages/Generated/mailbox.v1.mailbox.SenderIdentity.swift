// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

import CMessages

/// An address to send from.
package struct SenderIdentity: Message {
    /// The address. An alias is in the form in which it is compared: the domain as A-labels, all in lower case.
    package var address: String = ""
    /// True for a mailbox's primary address; else it is an alias.
    package var primary: Bool = false
    /// The mailbox.
    package var mailboxId: String = ""
    /// What it is.
    package var mailboxKind: MailboxKind = .unspecified
    /// The account owns the mailbox.
    package var owner: Bool = false
    /// The delegation that decides; empty for the owner.
    package var delegationId: String = ""
    /// Whom recipients see (rule D14).
    package var displayedSender: SenderDisplay = .unspecified
    /// And the name that they see; as in Check's answer.
    package var displayedName: String = ""

    package init() {}

    package init(
        address: String = "",
        primary: Bool = false,
        mailboxId: String = "",
        mailboxKind: MailboxKind = .unspecified,
        owner: Bool = false,
        delegationId: String = "",
        displayedSender: SenderDisplay = .unspecified,
        displayedName: String = ""
    ) {
        self.address = address
        self.primary = primary
        self.mailboxId = mailboxId
        self.mailboxKind = mailboxKind
        self.owner = owner
        self.delegationId = delegationId
        self.displayedSender = displayedSender
        self.displayedName = displayedName
    }

    package static var name: String { "mandate.mailbox.v1.SenderIdentity" }

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

extension SenderIdentity: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__SenderIdentity>) {
        unsafe mandate__mailbox__v1__sender_identity__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__SenderIdentity>) throws(MessageError) {
        self.address = try unsafe Read.text(c.pointee.address, "mandate.mailbox.v1.SenderIdentity.address")
        self.primary = unsafe c.pointee.primary != 0
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.mailbox.v1.SenderIdentity.mailbox_id")
        self.mailboxKind = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.mailbox_kind.rawValue))
        self.owner = unsafe c.pointee.owner != 0
        self.delegationId = try unsafe Read.text(c.pointee.delegation_id, "mandate.mailbox.v1.SenderIdentity.delegation_id")
        self.displayedSender = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.displayed_sender.rawValue))
        self.displayedName = try unsafe Read.text(c.pointee.displayed_name, "mandate.mailbox.v1.SenderIdentity.displayed_name")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__SenderIdentity>, in arena: Arena) {
        unsafe c.pointee.address = arena.text(self.address)
        unsafe c.pointee.primary = self.primary ? 1 : 0
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.mailbox_kind = .init(rawValue: .init(truncatingIfNeeded: self.mailboxKind.rawValue))
        unsafe c.pointee.owner = self.owner ? 1 : 0
        unsafe c.pointee.delegation_id = arena.text(self.delegationId)
        unsafe c.pointee.displayed_sender = .init(rawValue: .init(truncatingIfNeeded: self.displayedSender.rawValue))
        unsafe c.pointee.displayed_name = arena.text(self.displayedName)
    }
}
