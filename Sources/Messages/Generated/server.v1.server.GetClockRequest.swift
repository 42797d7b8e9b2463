// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

import CMessages

/// Asks for the clock.
package struct GetClockRequest: Message {
    package init() {}

    package static var name: String { "mandate.server.v1.GetClockRequest" }

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

extension GetClockRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Server__V1__GetClockRequest>) {
        unsafe mandate__server__v1__get_clock_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Server__V1__GetClockRequest>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Mandate__Server__V1__GetClockRequest>, in arena: Arena) {
    }
}
