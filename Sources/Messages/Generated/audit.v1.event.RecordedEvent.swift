// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// An event as the log has it.
package struct RecordedEvent: Message {
    /// The leaf's index in the organization's tree.
    package var index: Int64 = 0
    /// When the log took it, by the time that it decides by; never goes back.
    package var recordTime: Timestamp? = nil
    /// identity or mailbox.
    package var source: String = ""
    /// The source's number.
    package var sequence: Int64 = 0
    /// Decoded.
    package var event: Event? = nil
    /// What the log's wall clock said then, right or wrong; not set for events older than this field.
    package var recordWallTime: Timestamp? = nil
    /// The values behind the event's commitments, as far as the log still has them: one that was erased is not here, and the
    /// event proves as before.
    package var personal: [PersonalValue] = []

    package init() {}

    package init(
        index: Int64 = 0,
        recordTime: Timestamp? = nil,
        source: String = "",
        sequence: Int64 = 0,
        event: Event? = nil,
        recordWallTime: Timestamp? = nil,
        personal: [PersonalValue] = []
    ) {
        self.index = index
        self.recordTime = recordTime
        self.source = source
        self.sequence = sequence
        self.event = event
        self.recordWallTime = recordWallTime
        self.personal = personal
    }

    package static var name: String { "mandate.audit.v1.RecordedEvent" }

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

extension RecordedEvent: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__RecordedEvent>) {
        unsafe mandate__audit__v1__recorded_event__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__RecordedEvent>) throws(MessageError) {
        self.index = unsafe c.pointee.index
        self.recordTime = try unsafe Read.message(c.pointee.record_time)
        self.source = try unsafe Read.text(c.pointee.source, "mandate.audit.v1.RecordedEvent.source")
        self.sequence = unsafe c.pointee.sequence
        self.event = try unsafe Read.message(c.pointee.event)
        self.recordWallTime = try unsafe Read.message(c.pointee.record_wall_time)
        self.personal = try unsafe Read.messages(c.pointee.n_personal, c.pointee.personal)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__RecordedEvent>, in arena: Arena) {
        unsafe c.pointee.index = self.index
        if let value = self.recordTime {
            unsafe c.pointee.record_time = arena.message(value)
        }
        unsafe c.pointee.source = arena.text(self.source)
        unsafe c.pointee.sequence = self.sequence
        if let value = self.event {
            unsafe c.pointee.event = arena.message(value)
        }
        if let value = self.recordWallTime {
            unsafe c.pointee.record_wall_time = arena.message(value)
        }
        unsafe c.pointee.n_personal = self.personal.count
        unsafe c.pointee.personal = arena.messages(self.personal)
    }
}
