// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// The clock, with the jump taken.
package struct AcceptServerClockResponse: Message {
    /// The clock.
    package var clock: ClockReading? = nil

    package init() {}

    package init(
        clock: ClockReading? = nil
    ) {
        self.clock = clock
    }

    package static var name: String { "mandate.server.v1.AcceptServerClockResponse" }

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

extension AcceptServerClockResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__AcceptServerClockResponse>) {
        unsafe mandate__server__v1__accept_server_clock_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__AcceptServerClockResponse>) throws(MessageError) {
        self.clock = try unsafe Read.message(c.pointee.clock)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__AcceptServerClockResponse>, in arena: Arena) {
        if let value = self.clock {
            unsafe c.pointee.clock = arena.message(value)
        }
    }
}
