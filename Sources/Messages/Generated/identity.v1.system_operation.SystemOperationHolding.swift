// Generated from mandate/identity/v1/system_operation.proto by proto/generate. Do not edit.

import CMessages

/// That an account or a group holds an operation.
package struct SystemOperationHolding: Message {
    /// The organization.
    package var organizationId: String = ""
    /// acc_… or grp_…
    package var holderId: String = ""
    /// What it may.
    package var operation: SystemOperation = .unspecified
    /// Who gave it.
    package var grantedBy: String = ""
    /// When.
    package var createTime: Timestamp? = nil
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Only in answers.
    package var etag: String = ""

    package init() {}

    package init(
        organizationId: String = "",
        holderId: String = "",
        operation: SystemOperation = .unspecified,
        grantedBy: String = "",
        createTime: Timestamp? = nil,
        etag: String = ""
    ) {
        self.organizationId = organizationId
        self.holderId = holderId
        self.operation = operation
        self.grantedBy = grantedBy
        self.createTime = createTime
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.SystemOperationHolding" }

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

extension SystemOperationHolding: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__SystemOperationHolding>) {
        unsafe mandate__identity__v1__system_operation_holding__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__SystemOperationHolding>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.SystemOperationHolding.organization_id")
        self.holderId = try unsafe Read.text(c.pointee.holder_id, "mandate.identity.v1.SystemOperationHolding.holder_id")
        self.operation = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.operation.rawValue))
        self.grantedBy = try unsafe Read.text(c.pointee.granted_by, "mandate.identity.v1.SystemOperationHolding.granted_by")
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.SystemOperationHolding.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__SystemOperationHolding>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.holder_id = arena.text(self.holderId)
        unsafe c.pointee.operation = .init(rawValue: .init(truncatingIfNeeded: self.operation.rawValue))
        unsafe c.pointee.granted_by = arena.text(self.grantedBy)
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}
