// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// Who.
package struct EventActor: Message {
    /// acc_…; the caller's URI for an operator or a service; the service's name for what it does by itself.
    package var id: String = ""
    /// What it is.
    package var kind: EventActorKind = .unspecified
    /// The roles that counted at that time, as in rol_full_admin; none for none.
    package var roleIds: [String] = []
    /// How it proved who it is.
    package var authenticatedBy: String = ""

    package init() {}

    package init(
        id: String = "",
        kind: EventActorKind = .unspecified,
        roleIds: [String] = [],
        authenticatedBy: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.roleIds = roleIds
        self.authenticatedBy = authenticatedBy
    }

    package static var name: String { "mandate.audit.v1.EventActor" }

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

extension EventActor: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__EventActor>) {
        unsafe mandate__audit__v1__event_actor__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__EventActor>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.audit.v1.EventActor.id")
        self.kind = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
        self.roleIds = try unsafe Read.texts(c.pointee.n_role_ids, c.pointee.role_ids, "mandate.audit.v1.EventActor.role_ids")
        self.authenticatedBy = try unsafe Read.text(c.pointee.authenticated_by, "mandate.audit.v1.EventActor.authenticated_by")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__EventActor>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.kind = .init(rawValue: .init(truncatingIfNeeded: self.kind.rawValue))
        unsafe c.pointee.n_role_ids = self.roleIds.count
        unsafe c.pointee.role_ids = arena.texts(self.roleIds)
        unsafe c.pointee.authenticated_by = arena.text(self.authenticatedBy)
    }
}
