// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// The time a server decides by, and the machine's.
package struct ClockReading: Message {
    /// How it stands to the wall clock.
    package var state: ClockState = .unspecified
    /// What the machine's wall clock says.
    package var wallTime: Timestamp? = nil
    /// What decisions go by. It never goes back.
    package var decisionTime: Timestamp? = nil
    /// wall_time - decision_time.
    package var offset: WireDuration? = nil
    /// Jumps of the wall clock since the process started, of twenty seconds or more, forward and back.
    package var jumps: Int64 = 0

    package init() {}

    package init(
        state: ClockState = .unspecified,
        wallTime: Timestamp? = nil,
        decisionTime: Timestamp? = nil,
        offset: WireDuration? = nil,
        jumps: Int64 = 0
    ) {
        self.state = state
        self.wallTime = wallTime
        self.decisionTime = decisionTime
        self.offset = offset
        self.jumps = jumps
    }

    package static var name: String { "mandate.server.v1.ClockReading" }

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

extension ClockReading: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__ClockReading>) {
        unsafe mandate__server__v1__clock_reading__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__ClockReading>) throws(MessageError) {
        self.state = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
        self.wallTime = try unsafe Read.message(c.pointee.wall_time)
        self.decisionTime = try unsafe Read.message(c.pointee.decision_time)
        self.offset = try unsafe Read.message(c.pointee.offset)
        self.jumps = unsafe c.pointee.jumps
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__ClockReading>, in arena: Arena) {
        unsafe c.pointee.state = .init(rawValue: .init(truncatingIfNeeded: self.state.rawValue))
        if let value = self.wallTime {
            unsafe c.pointee.wall_time = arena.message(value)
        }
        if let value = self.decisionTime {
            unsafe c.pointee.decision_time = arena.message(value)
        }
        if let value = self.offset {
            unsafe c.pointee.offset = arena.message(value)
        }
        unsafe c.pointee.jumps = self.jumps
    }
}
