// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

import CMessages

/// The last offer.
package struct GetOwnershipTransferResponse: Message {
    /// As stored.
    package var ownershipTransfer: OwnershipTransfer? = nil

    package init() {}

    package init(
        ownershipTransfer: OwnershipTransfer? = nil
    ) {
        self.ownershipTransfer = ownershipTransfer
    }

    package static var name: String { "mandate.identity.v1.GetOwnershipTransferResponse" }

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

extension GetOwnershipTransferResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetOwnershipTransferResponse>) {
        unsafe mandate__identity__v1__get_ownership_transfer_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetOwnershipTransferResponse>) throws(MessageError) {
        self.ownershipTransfer = try unsafe Read.message(c.pointee.ownership_transfer)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetOwnershipTransferResponse>, in arena: Arena) {
        if let value = self.ownershipTransfer {
            unsafe c.pointee.ownership_transfer = arena.message(value)
        }
    }
}

extension GetOwnershipTransferResponse {
    package func check(_ violations: inout Violations) {
        if let value = self.ownershipTransfer {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "ownership_transfer")
        }
    }
}
