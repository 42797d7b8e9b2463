// Generated from mandate/rpc/v1/frame.proto by proto/generate. Do not edit.

import CMessages

/// The client gives the call up.
package struct Cancel: Message {
    package init() {}

    package static var name: String { "mandate.rpc.v1.Cancel" }

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

extension Cancel: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Cancel>) {
        unsafe mandate__rpc__v1__cancel__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Cancel>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Cancel>, in arena: Arena) {
    }
}
