// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

import CMessages

/// A domain that an organization has claimed. It stands for itself alone: not for the domains below it.
package struct Domain: Message {
    /// dom_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// The domain as A-labels in lower case.
    package var name: String = ""
    /// Where it stands.
    package var state: DomainState = .unspecified
    /// Where DNS is to say that it is the organization's: the name of the TXT record.
    package var recordName: String = ""
    /// What that record is to say: no secret, for all the world can read it there. Another one for each claim.
    package var recordValue: String = ""
    /// When it was claimed.
    package var createTime: Timestamp? = nil
    /// When it was verified; absent unless verified. The record may go afterwards: it is not looked for again.
    package var verifyTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile.
    package var etag: String = ""

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        name: String = "",
        state: DomainState = .unspecified,
        recordName: String = "",
        recordValue: String = "",
        createTime: Timestamp? = nil,
        verifyTime: Timestamp? = nil,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.id = id
        self.organizationId = organizationId
        self.name = name
        self.state = state
        self.recordName = recordName
        self.recordValue = recordValue
        self.createTime = createTime
        self.verifyTime = verifyTime
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.Domain" }

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

extension Domain: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__Domain>) {
        unsafe mandate__identity__v1__domain__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__Domain>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.Domain.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.Domain.organization_id")
        self.name = try unsafe Read.text(c.pointee.name, "mandate.identity.v1.Domain.name")
        self.state = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
        self.recordName = try unsafe Read.text(c.pointee.record_name, "mandate.identity.v1.Domain.record_name")
        self.recordValue = try unsafe Read.text(c.pointee.record_value, "mandate.identity.v1.Domain.record_value")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.verifyTime = try unsafe Read.message(c.pointee.verify_time)
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.Domain.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__Domain>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.name = arena.text(self.name)
        unsafe c.pointee.state = .init(rawValue: .init(truncatingIfNeeded: self.state.rawValue))
        unsafe c.pointee.record_name = arena.text(self.recordName)
        unsafe c.pointee.record_value = arena.text(self.recordValue)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        if let value = self.verifyTime {
            unsafe c.pointee.verify_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}
