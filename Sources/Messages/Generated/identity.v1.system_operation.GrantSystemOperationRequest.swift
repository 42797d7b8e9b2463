// Generated from mandate/identity/v1/system_operation.proto by proto/generate. Do not edit.

import CMessages

/// Gives an operation.
package struct GrantSystemOperationRequest: Message {
    /// Who gets it: acc_… or grp_…
    package var holderId: String = ""
    /// Which.
    package var operation: SystemOperation = .unspecified
    /// Why; kept in the log. At most 1000 characters.
    package var justification: String = ""
    /// Makes the call repeatable.
    package var requestId: String = ""
    /// Checks everything and changes nothing.
    package var validateOnly: Bool = false
    /// Of the holding as the caller has seen it; anything else is ETAG_MISMATCH. Empty: whatever it is now.
    package var etag: String = ""

    package init() {}

    package init(
        holderId: String = "",
        operation: SystemOperation = .unspecified,
        justification: String = "",
        requestId: String = "",
        validateOnly: Bool = false,
        etag: String = ""
    ) {
        self.holderId = holderId
        self.operation = operation
        self.justification = justification
        self.requestId = requestId
        self.validateOnly = validateOnly
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.GrantSystemOperationRequest" }

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

extension GrantSystemOperationRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GrantSystemOperationRequest>) {
        unsafe mandate__identity__v1__grant_system_operation_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GrantSystemOperationRequest>) throws(MessageError) {
        self.holderId = try unsafe Read.text(c.pointee.holder_id, "mandate.identity.v1.GrantSystemOperationRequest.holder_id")
        self.operation = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.operation.rawValue))
        self.justification = try unsafe Read.text(c.pointee.justification, "mandate.identity.v1.GrantSystemOperationRequest.justification")
        self.requestId = try unsafe Read.text(c.pointee.request_id, "mandate.identity.v1.GrantSystemOperationRequest.request_id")
        self.validateOnly = unsafe c.pointee.validate_only != 0
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.GrantSystemOperationRequest.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GrantSystemOperationRequest>, in arena: Arena) {
        unsafe c.pointee.holder_id = arena.text(self.holderId)
        unsafe c.pointee.operation = .init(rawValue: .init(truncatingIfNeeded: self.operation.rawValue))
        unsafe c.pointee.justification = arena.text(self.justification)
        unsafe c.pointee.request_id = arena.text(self.requestId)
        unsafe c.pointee.validate_only = self.validateOnly ? 1 : 0
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension GrantSystemOperationRequest {
    package func check(_ violations: inout Violations) {
        if self.holderId.isEmpty {
            violations.addMissing("holder_id")
        } else {
            if !Patterns.accOrGrp(self.holderId) {
                violations.add("holder_id", .invalidField, "string.pattern: as in ^(acc|grp)_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .unspecified = self.operation {
            violations.addMissing("operation")
        } else {
            if case .unrecognized = self.operation {
                violations.add("operation", .invalidField, "enum.defined_only: a value of SystemOperation")
            }
        }
        if self.justification.hasMoreScalars(than: 1000) {
            violations.add("justification", .tooLong, "string.max_len: at most 1000 characters")
        }
        if self.requestId.hasMoreScalars(than: 100) {
            violations.add("request_id", .tooLong, "string.max_len: at most 100 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
