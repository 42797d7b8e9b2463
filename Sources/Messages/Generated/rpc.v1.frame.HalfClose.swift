// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

import CMessages

/// The client has sent its last message.
package struct HalfClose: Message {
    package init() {}

    package static var name: String { "mandate.rpc.v1.HalfClose" }

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

extension HalfClose: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__HalfClose>) {
        unsafe mandate__rpc__v1__half_close__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__HalfClose>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__HalfClose>, in arena: Arena) {
    }
}
