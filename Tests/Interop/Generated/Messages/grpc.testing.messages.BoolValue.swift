// Generated from grpc/testing/messages.proto by Tests/Interop/generate. Do not edit.

import CInteropMessages

/// A bool that can also be absent.
package struct BoolValue: Message {
    package var value: Bool = false

    package init() {}

    package init(
        value: Bool = false
    ) {
        self.value = value
    }

    package static var name: String { "grpc.testing.BoolValue" }

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

extension BoolValue: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Testing__BoolValue>) {
        unsafe grpc__testing__bool_value__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Testing__BoolValue>) throws(MessageError) {
        self.value = unsafe c.pointee.value != 0
    }

    func write(to c: UnsafeMutablePointer<Grpc__Testing__BoolValue>, in arena: Arena) {
        unsafe c.pointee.value = self.value ? 1 : 0
    }
}
