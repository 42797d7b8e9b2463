// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// Where a tree stands.
package struct TreeHead: Message {
    /// The organization; empty for the installation.
    package var organizationId: String = ""
    /// The number of leaves.
    package var size: Int64 = 0
    /// SHA-256, 32 bytes (RFC 6962).
    package var root: [UInt8] = []
    /// Which of the organization's logs.
    package var eventClass: EventClass = .unspecified

    package init() {}

    package init(
        organizationId: String = "",
        size: Int64 = 0,
        root: [UInt8] = [],
        eventClass: EventClass = .unspecified
    ) {
        self.organizationId = organizationId
        self.size = size
        self.root = root
        self.eventClass = eventClass
    }

    package static var name: String { "mandate.audit.v1.TreeHead" }

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

extension TreeHead: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__TreeHead>) {
        unsafe mandate__audit__v1__tree_head__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__TreeHead>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.TreeHead.organization_id")
        self.size = unsafe c.pointee.size
        self.root = unsafe Read.bytes(c.pointee.root)
        self.eventClass = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.event_class.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__TreeHead>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.size = self.size
        unsafe c.pointee.root = arena.bytes(self.root)
        unsafe c.pointee.event_class = .init(rawValue: .init(truncatingIfNeeded: self.eventClass.rawValue))
    }
}
