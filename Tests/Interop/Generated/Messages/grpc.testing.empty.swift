// Generated from grpc/testing/empty.proto by Tests/Interop/generate. Do not edit.

import CInteropMessages

/// Nothing, in no bytes.
package struct Empty: Message {
    package init() {}

    package static var name: String { "grpc.testing.Empty" }

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

extension Empty: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Testing__Empty>) {
        unsafe grpc__testing__empty__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Testing__Empty>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Grpc__Testing__Empty>, in arena: Arena) {
    }
}
