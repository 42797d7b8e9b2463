// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// A part of a snapshot.
package struct SnapshotPart: Message {
    /// Resources as they stand.
    package var changes: [Change] = []

    package init() {}

    package init(
        changes: [Change] = []
    ) {
        self.changes = changes
    }

    package static var name: String { "mandate.feed.v1.SnapshotPart" }

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

extension SnapshotPart: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__SnapshotPart>) {
        unsafe mandate__feed__v1__snapshot_part__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__SnapshotPart>) throws(MessageError) {
        self.changes = try unsafe Read.messages(c.pointee.n_changes, c.pointee.changes)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__SnapshotPart>, in arena: Arena) {
        unsafe c.pointee.n_changes = self.changes.count
        unsafe c.pointee.changes = arena.messages(self.changes)
    }
}
