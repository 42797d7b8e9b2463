// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// One life of a source's database.
package struct SourceLife: Message {
    /// Its epoch.
    package var epoch: String = ""
    /// The sequence that its next event would have got.
    package var nextSequence: Int64 = 0

    package init() {}

    package init(
        epoch: String = "",
        nextSequence: Int64 = 0
    ) {
        self.epoch = epoch
        self.nextSequence = nextSequence
    }

    package static var name: String { "mandate.audit.v1.SourceLife" }

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

extension SourceLife: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__SourceLife>) {
        unsafe mandate__audit__v1__source_life__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__SourceLife>) throws(MessageError) {
        self.epoch = try unsafe Read.text(c.pointee.epoch, "mandate.audit.v1.SourceLife.epoch")
        self.nextSequence = unsafe c.pointee.next_sequence
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__SourceLife>, in arena: Arena) {
        unsafe c.pointee.epoch = arena.text(self.epoch)
        unsafe c.pointee.next_sequence = self.nextSequence
    }
}

extension SourceLife {
    package func check(_ violations: inout Violations) {
        if self.epoch.utf8.count > 100 {
            violations.add("epoch", .tooLong, "string.max_bytes: at most 100 bytes")
        }
        if self.nextSequence < 0 {
            violations.add("next_sequence", .invalidField, "int64.gte: at least 0")
        }
    }
}
