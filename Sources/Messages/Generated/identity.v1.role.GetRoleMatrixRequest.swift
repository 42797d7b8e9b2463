// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

import CMessages

/// Asks for the matrix.
package struct GetRoleMatrixRequest: Message {
    package init() {}

    package static var name: String { "mandate.identity.v1.GetRoleMatrixRequest" }

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

extension GetRoleMatrixRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetRoleMatrixRequest>) {
        unsafe mandate__identity__v1__get_role_matrix_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetRoleMatrixRequest>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetRoleMatrixRequest>, in arena: Arena) {
    }
}
