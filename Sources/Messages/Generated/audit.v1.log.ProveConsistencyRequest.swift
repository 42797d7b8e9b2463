// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// Asks for the proof between two sizes.
package struct ProveConsistencyRequest: Message {
    /// The organization.
    package var organizationId: String = ""
    /// The smaller, at least 1.
    package var firstSize: Int64 = 0
    /// The larger; 0 means now.
    package var secondSize: Int64 = 0

    package init() {}

    package init(
        organizationId: String = "",
        firstSize: Int64 = 0,
        secondSize: Int64 = 0
    ) {
        self.organizationId = organizationId
        self.firstSize = firstSize
        self.secondSize = secondSize
    }

    package static var name: String { "mandate.audit.v1.ProveConsistencyRequest" }

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

extension ProveConsistencyRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__ProveConsistencyRequest>) {
        unsafe mandate__audit__v1__prove_consistency_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__ProveConsistencyRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.ProveConsistencyRequest.organization_id")
        self.firstSize = unsafe c.pointee.first_size
        self.secondSize = unsafe c.pointee.second_size
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__ProveConsistencyRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.first_size = self.firstSize
        unsafe c.pointee.second_size = self.secondSize
    }
}
