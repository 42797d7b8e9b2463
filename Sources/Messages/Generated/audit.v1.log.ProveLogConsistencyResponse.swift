// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// The proof (RFC 6962, 2.1.2).
package struct ProveLogConsistencyResponse: Message {
    /// The hashes, 32 bytes each.
    package var path: [[UInt8]] = []
    /// The smaller tree.
    package var first: TreeHead? = nil
    /// The larger tree.
    package var second: TreeHead? = nil

    package init() {}

    package init(
        path: [[UInt8]] = [],
        first: TreeHead? = nil,
        second: TreeHead? = nil
    ) {
        self.path = path
        self.first = first
        self.second = second
    }

    package static var name: String { "mandate.audit.v1.ProveLogConsistencyResponse" }

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

extension ProveLogConsistencyResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__ProveLogConsistencyResponse>) {
        unsafe mandate__audit__v1__prove_log_consistency_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__ProveLogConsistencyResponse>) throws(MessageError) {
        self.path = unsafe Read.byteStrings(c.pointee.n_path, c.pointee.path)
        self.first = try unsafe Read.message(c.pointee.first)
        self.second = try unsafe Read.message(c.pointee.second)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__ProveLogConsistencyResponse>, in arena: Arena) {
        unsafe c.pointee.n_path = self.path.count
        unsafe c.pointee.path = arena.byteStrings(self.path)
        if let value = self.first {
            unsafe c.pointee.first = arena.message(value)
        }
        if let value = self.second {
            unsafe c.pointee.second = arena.message(value)
        }
    }
}
