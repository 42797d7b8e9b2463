// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// An event and its proof (RFC 6962, 2.1.1).
package struct ProveEventResponse: Message {
    /// The event, with the personal values that its commitments stand for.
    package var recorded: RecordedEvent? = nil
    /// The leaf, byte for byte.
    package var leaf: [UInt8] = []
    /// The hashes from the leaf's sibling up, 32 bytes each.
    package var path: [[UInt8]] = []
    /// The tree it is proved in.
    package var head: TreeHead? = nil

    package init() {}

    package init(
        recorded: RecordedEvent? = nil,
        leaf: [UInt8] = [],
        path: [[UInt8]] = [],
        head: TreeHead? = nil
    ) {
        self.recorded = recorded
        self.leaf = leaf
        self.path = path
        self.head = head
    }

    package static var name: String { "mandate.audit.v1.ProveEventResponse" }

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

extension ProveEventResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__ProveEventResponse>) {
        unsafe mandate__audit__v1__prove_event_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__ProveEventResponse>) throws(MessageError) {
        self.recorded = try unsafe Read.message(c.pointee.recorded)
        self.leaf = unsafe Read.bytes(c.pointee.leaf)
        self.path = unsafe Read.byteStrings(c.pointee.n_path, c.pointee.path)
        self.head = try unsafe Read.message(c.pointee.head)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__ProveEventResponse>, in arena: Arena) {
        if let value = self.recorded {
            unsafe c.pointee.recorded = arena.message(value)
        }
        unsafe c.pointee.leaf = arena.bytes(self.leaf)
        unsafe c.pointee.n_path = self.path.count
        unsafe c.pointee.path = arena.byteStrings(self.path)
        if let value = self.head {
            unsafe c.pointee.head = arena.message(value)
        }
    }
}
