import CMessages

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Swift values into the members of C structs. Generated code calls these.
extension Arena {
    /// One sub-message.
    func message<M: CBacked>(_ message: M) -> UnsafeMutablePointer<M.CStruct> {
        let c = unsafe make(M.CStruct.self)
        unsafe M.initialize(c)
        unsafe message.write(to: c, in: self)
        return unsafe c
    }

    func messages<M: CBacked>(
        _ messages: [M]
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<M.CStruct>?>? {
        guard
            let list = unsafe make(UnsafeMutablePointer<M.CStruct>?.self, count: messages.count)
        else { return nil }
        for (index, element) in messages.enumerated() {
            unsafe (list + index).initialize(to: message(element))
        }
        return unsafe list
    }

    func text(_ text: String) -> ProtobufCBinaryData {
        let utf8 = text.utf8
        if utf8.isEmpty { return unsafe ProtobufCBinaryData(len: 0, data: nil) }
        if let copied = unsafe utf8.withContiguousStorageIfAvailable({ unsafe copy($0) }) {
            return unsafe copied
        }
        // A string that came over from Objective-C.
        return unsafe bytes(Array(utf8))
    }

    func bytes(_ bytes: [UInt8]) -> ProtobufCBinaryData {
        unsafe bytes.withUnsafeBufferPointer { unsafe copy($0) }
    }

    func texts(_ texts: [String]) -> UnsafeMutablePointer<ProtobufCBinaryData>? {
        let list = unsafe make(ProtobufCBinaryData.self, count: texts.count)
        guard let list = unsafe list else { return nil }
        for (index, element) in texts.enumerated() {
            unsafe (list + index).initialize(to: text(element))
        }
        return unsafe list
    }

    func byteStrings(_ strings: [[UInt8]]) -> UnsafeMutablePointer<ProtobufCBinaryData>? {
        let list = unsafe make(ProtobufCBinaryData.self, count: strings.count)
        guard let list = unsafe list else { return nil }
        for (index, element) in strings.enumerated() {
            unsafe (list + index).initialize(to: bytes(element))
        }
        return unsafe list
    }

    func scalars<T: BitwiseCopyable>(_ values: [T]) -> UnsafeMutablePointer<T>? {
        guard let list = unsafe make(T.self, count: values.count) else { return nil }
        for (index, value) in values.enumerated() { unsafe (list + index).initialize(to: value) }
        return unsafe list
    }

    func bools(_ values: [Bool]) -> UnsafeMutablePointer<protobuf_c_boolean>? {
        unsafe scalars(values.map { $0 ? 1 : 0 })
    }

    /// protoc-gen-c makes every enum as wide as an `int`.
    func enums<E: MessageEnum, CEnum>(_ values: [E]) -> UnsafeMutablePointer<CEnum>? {
        precondition(MemoryLayout<CEnum>.size == 4, "an enum of C is not four bytes")
        guard let list = unsafe scalars(values.map(\.rawValue)) else { return nil }
        return unsafe UnsafeMutableRawPointer(list).assumingMemoryBound(to: CEnum.self)
    }

    private func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> ProtobufCBinaryData {
        guard let start = bytes.baseAddress, let room = unsafe make(UInt8.self, count: bytes.count)
        else { return unsafe ProtobufCBinaryData(len: 0, data: nil) }
        unsafe memcpy(room, start, bytes.count)
        return unsafe ProtobufCBinaryData(len: bytes.count, data: room)
    }
}
