// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// What it was done to.
package struct EventTarget: Message {
    /// Its id.
    package var id: String = ""
    /// organization, account, group, delegation, session.
    package var resourceType: String = ""
    /// The mailbox concerned, if one is.
    package var mailboxId: String = ""
    /// The account or group that gains or loses something, if one does.
    package var subjectId: String = ""
    /// The owner of the mailbox concerned, if it has one.
    package var ownerId: String = ""

    package init() {}

    package init(
        id: String = "",
        resourceType: String = "",
        mailboxId: String = "",
        subjectId: String = "",
        ownerId: String = ""
    ) {
        self.id = id
        self.resourceType = resourceType
        self.mailboxId = mailboxId
        self.subjectId = subjectId
        self.ownerId = ownerId
    }

    package static var name: String { "mandate.audit.v1.EventTarget" }

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

extension EventTarget: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__EventTarget>) {
        unsafe mandate__audit__v1__event_target__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__EventTarget>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.audit.v1.EventTarget.id")
        self.resourceType = try unsafe Read.text(c.pointee.resource_type, "mandate.audit.v1.EventTarget.resource_type")
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.audit.v1.EventTarget.mailbox_id")
        self.subjectId = try unsafe Read.text(c.pointee.subject_id, "mandate.audit.v1.EventTarget.subject_id")
        self.ownerId = try unsafe Read.text(c.pointee.owner_id, "mandate.audit.v1.EventTarget.owner_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__EventTarget>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.resource_type = arena.text(self.resourceType)
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.subject_id = arena.text(self.subjectId)
        unsafe c.pointee.owner_id = arena.text(self.ownerId)
    }
}
