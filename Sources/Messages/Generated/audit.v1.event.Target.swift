// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// What it was done to.
package struct Target: Message {
    /// Its id.
    package var id: String = ""
    /// organization, account, group, delegation, session.
    package var type: String = ""
    /// The mailbox concerned, if one is.
    package var mailboxId: String = ""
    /// The account or group that gains or loses something, if one does.
    package var subjectId: String = ""

    package init() {}

    package init(
        id: String = "",
        type: String = "",
        mailboxId: String = "",
        subjectId: String = ""
    ) {
        self.id = id
        self.type = type
        self.mailboxId = mailboxId
        self.subjectId = subjectId
    }

    package static var name: String { "mandate.audit.v1.Target" }

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

extension Target: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__Target>) {
        unsafe mandate__audit__v1__target__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__Target>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.audit.v1.Target.id")
        self.type = try unsafe Read.text(c.pointee.type, "mandate.audit.v1.Target.type")
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.audit.v1.Target.mailbox_id")
        self.subjectId = try unsafe Read.text(c.pointee.subject_id, "mandate.audit.v1.Target.subject_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__Target>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.type = arena.text(self.type)
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.subject_id = arena.text(self.subjectId)
    }
}
