// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// The clock.
package struct GetServerClockResponse: Message {
    /// mandate-identity, mandate-mailbox or mandate-audit.
    package var name: String = ""
    /// The clock.
    package var clock: ClockReading? = nil

    package init() {}

    package init(
        name: String = "",
        clock: ClockReading? = nil
    ) {
        self.name = name
        self.clock = clock
    }

    package static var name: String { "mandate.server.v1.GetServerClockResponse" }

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

extension GetServerClockResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__GetServerClockResponse>) {
        unsafe mandate__server__v1__get_server_clock_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__GetServerClockResponse>) throws(MessageError) {
        self.name = try unsafe Read.text(c.pointee.name, "mandate.server.v1.GetServerClockResponse.name")
        self.clock = try unsafe Read.message(c.pointee.clock)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__GetServerClockResponse>, in arena: Arena) {
        unsafe c.pointee.name = arena.text(self.name)
        if let value = self.clock {
            unsafe c.pointee.clock = arena.message(value)
        }
    }
}
