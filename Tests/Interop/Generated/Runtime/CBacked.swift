import CMessages

/// A message with a C struct of the same fields, written by protoc-gen-c.
/// The conformances are generated.
protocol CBacked: Message {
    associatedtype CStruct

    /// protoc-gen-c's `…__init`: the descriptor and every default.
    static func initialize(_ c: UnsafeMutablePointer<CStruct>)

    /// Copies everything out of the struct; no pointer is kept.
    init(_ c: UnsafePointer<CStruct>) throws(MessageError)

    /// Fills an initialized struct; text and lists are copied into the arena.
    func write(to c: UnsafeMutablePointer<CStruct>, in arena: Arena)
}

extension CBacked {
    /// Bytes to C struct to value.
    static func read(_ bytes: UnsafeRawBufferPointer) throws(MessageError) -> Self {
        let arena = Arena.ofThisThread
        let mark = unsafe arena.begin(limit: Arena.decodingLimit(bytes.count))
        defer { unsafe arena.end(mark) }

        var allocator = unsafe ProtobufCAllocator(
            alloc: { arena, size in unsafe Arena.allocate(arena, size) },
            free: { arena, pointer in unsafe Arena.free(arena, pointer) },
            allocator_data: arena.pointer)
        // protobuf-c asks for a pointer even when there is nothing to read.
        var nothing: UInt8 = 0
        let unpacked = unsafe withUnsafePointer(to: &nothing) { nothing in
            unsafe protobuf_c_message_unpack(
                descriptor(in: arena), &allocator, bytes.count,
                bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? nothing)
        }
        guard let unpacked = unsafe unpacked else {
            if arena.overflowed {
                throw MessageError(.tooLarge, "\(name) needs more memory than its size justifies")
            }
            throw MessageError(.malformed, "the bytes are not a \(name)")
        }
        return try unsafe Self(
            UnsafeRawPointer(unpacked).assumingMemoryBound(to: CStruct.self))
    }

    static func read(_ bytes: [UInt8]) throws(MessageError) -> Self {
        try unsafe bytes.span.withUnsafeBytes { (bytes) throws(MessageError) -> Self in
            try unsafe read(bytes)
        }
    }

    func withEncoding(_ body: (borrowing Encoding) -> Void) -> Int {
        let arena = Arena.ofThisThread
        let mark = unsafe arena.begin(limit: .max)
        defer { unsafe arena.end(mark) }
        let encoding = unsafe Encoding(message: UnsafeRawPointer(arena.message(self)))
        body(encoding)
        return encoding.byteCount
    }

    /// Every C struct begins with a `ProtobufCMessage`, which begins with the
    /// descriptor. Taken from an initialized struct, because Swift gives no
    /// stable address to a C constant.
    private static func descriptor(in arena: Arena) -> UnsafePointer<ProtobufCMessageDescriptor>? {
        let empty = unsafe arena.make(CStruct.self)
        unsafe initialize(empty)
        return unsafe UnsafeRawPointer(empty)
            .load(as: UnsafePointer<ProtobufCMessageDescriptor>?.self)
    }
}
