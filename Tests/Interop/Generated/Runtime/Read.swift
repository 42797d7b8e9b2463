import CMessages

/// Members of C structs into Swift values. Generated code calls these.
enum Read {
    /// The one place where text is judged: UTF-8 without NUL and without endless accents, else `.invalidText`.
    static func text(
        _ bytes: ProtobufCBinaryData, _ field: StaticString
    ) throws(MessageError) -> String {
        guard unsafe bytes.len > 0, let start = unsafe bytes.data else { return "" }
        let buffer = unsafe UnsafeBufferPointer(start: start, count: bytes.len)
        // Nearly all text is ASCII: one pass without a way out, so that it takes many bytes at a time.
        var bits: UInt8 = 0
        for index in unsafe 0..<bytes.len { unsafe bits |= start[index] | (start[index] &- 1) }
        if bits < 0x80 { return unsafe String(decoding: buffer, as: UTF8.self) }
        guard unsafe !buffer.contains(0) else {
            throw MessageError(.invalidText, "\(field) holds a NUL")
        }
        guard let text = unsafe String(validating: buffer, as: UTF8.self) else {
            throw MessageError(.invalidText, "\(field) is not UTF-8")
        }
        guard unsafe bytes.len <= CombiningMarks.harmlessBytes || CombiningMarks.areFew(in: text) else {
            throw MessageError(
                .invalidText, "\(field) has more than \(CombiningMarks.inARowMax) combining marks in a row")
        }
        return text
    }

    static func bytes(_ bytes: ProtobufCBinaryData) -> [UInt8] {
        guard unsafe bytes.len > 0, let start = unsafe bytes.data else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: start, count: bytes.len))
    }

    /// Nil when the sub-message is absent.
    static func message<M: CBacked>(
        _ message: UnsafeMutablePointer<M.CStruct>?
    ) throws(MessageError) -> M? {
        guard let message = unsafe message else { return nil }
        return try unsafe M(UnsafePointer(message))
    }

    static func messages<M: CBacked>(
        _ count: Int, _ list: UnsafeMutablePointer<UnsafeMutablePointer<M.CStruct>?>?
    ) throws(MessageError) -> [M] {
        guard count > 0, let list = unsafe list else { return [] }
        var out: [M] = []
        out.reserveCapacity(count)
        for index in 0..<count {
            if let element: M = try unsafe message(list[index]) { out.append(element) }
        }
        return out
    }

    static func texts(
        _ count: Int, _ list: UnsafeMutablePointer<ProtobufCBinaryData>?, _ field: StaticString
    ) throws(MessageError) -> [String] {
        guard count > 0, let list = unsafe list else { return [] }
        var out: [String] = []
        out.reserveCapacity(count)
        for index in 0..<count { out.append(try unsafe text(list[index], field)) }
        return out
    }

    static func byteStrings(
        _ count: Int, _ list: UnsafeMutablePointer<ProtobufCBinaryData>?
    ) -> [[UInt8]] {
        guard count > 0, let list = unsafe list else { return [] }
        return (0..<count).map { unsafe bytes(list[$0]) }
    }

    static func scalars<T: BitwiseCopyable>(_ count: Int, _ list: UnsafeMutablePointer<T>?) -> [T] {
        guard count > 0, let list = unsafe list else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: list, count: count))
    }

    static func bools(_ count: Int, _ list: UnsafeMutablePointer<protobuf_c_boolean>?) -> [Bool] {
        unsafe scalars(count, list).map { $0 != 0 }
    }

    /// protoc-gen-c makes every enum as wide as an `int`.
    static func enums<E: MessageEnum>(_ count: Int, _ list: UnsafeRawPointer?) -> [E] {
        guard count > 0, let list = unsafe list else { return [] }
        return (0..<count).map { index in
            E(rawValue: unsafe list.load(fromByteOffset: 4 * index, as: Int32.self))
        }
    }
}
