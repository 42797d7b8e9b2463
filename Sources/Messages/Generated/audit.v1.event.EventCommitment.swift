// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// That a personal value was told, and which: whoever has value and salt can prove it, and nobody can find the value by
/// trying, who has not the salt.
package struct EventCommitment: Message {
    /// Which value: justification, origin.address, origin.request_id (what the caller named the request, which can be
    /// anything), or of a change as in changes.display_name.after.
    package var path: String = ""
    /// HMAC-SHA-256 with the value's salt as key, over path, a zero byte and value.
    package var commitment: [UInt8] = []
    /// Whose value it is: the account that it tells about, of justification and
    /// origin the actor; empty where nobody knows. When that person's values are erased, this one is.
    package var subjectId: String = ""

    package init() {}

    package init(
        path: String = "",
        commitment: [UInt8] = [],
        subjectId: String = ""
    ) {
        self.path = path
        self.commitment = commitment
        self.subjectId = subjectId
    }

    package static var name: String { "mandate.audit.v1.EventCommitment" }

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

extension EventCommitment: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__EventCommitment>) {
        unsafe mandate__audit__v1__event_commitment__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__EventCommitment>) throws(MessageError) {
        self.path = try unsafe Read.text(c.pointee.path, "mandate.audit.v1.EventCommitment.path")
        self.commitment = unsafe Read.bytes(c.pointee.commitment)
        self.subjectId = try unsafe Read.text(c.pointee.subject_id, "mandate.audit.v1.EventCommitment.subject_id")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__EventCommitment>, in arena: Arena) {
        unsafe c.pointee.path = arena.text(self.path)
        unsafe c.pointee.commitment = arena.bytes(self.commitment)
        unsafe c.pointee.subject_id = arena.text(self.subjectId)
    }
}
