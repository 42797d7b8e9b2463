// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

import CMessages

/// The matrix.
package struct GetRoleMatrixResponse: Message {
    /// In the order of the matrix.
    package var scopes: [ScopeLevels] = []

    package init() {}

    package init(
        scopes: [ScopeLevels] = []
    ) {
        self.scopes = scopes
    }

    package static var name: String { "mandate.identity.v1.GetRoleMatrixResponse" }

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

extension GetRoleMatrixResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__GetRoleMatrixResponse>) {
        unsafe mandate__identity__v1__get_role_matrix_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__GetRoleMatrixResponse>) throws(MessageError) {
        self.scopes = try unsafe Read.messages(c.pointee.n_scopes, c.pointee.scopes)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__GetRoleMatrixResponse>, in arena: Arena) {
        unsafe c.pointee.n_scopes = self.scopes.count
        unsafe c.pointee.scopes = arena.messages(self.scopes)
    }
}
