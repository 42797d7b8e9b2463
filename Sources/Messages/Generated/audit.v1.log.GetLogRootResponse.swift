// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// A root.
package struct GetLogRootResponse: Message {
    /// The tree.
    package var head: TreeHead? = nil

    package init() {}

    package init(
        head: TreeHead? = nil
    ) {
        self.head = head
    }

    package static var name: String { "mandate.audit.v1.GetLogRootResponse" }

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

extension GetLogRootResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__GetLogRootResponse>) {
        unsafe mandate__audit__v1__get_log_root_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__GetLogRootResponse>) throws(MessageError) {
        self.head = try unsafe Read.message(c.pointee.head)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__GetLogRootResponse>, in arena: Arena) {
        if let value = self.head {
            unsafe c.pointee.head = arena.message(value)
        }
    }
}
