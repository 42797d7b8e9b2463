internal import Messages
internal import NIOCore

/// Reads the two frames of a unary call, `request` and `response`, as nearly every peer writes them: fields in the order of
/// their numbers and none twice, text in ASCII. Of all else it says nothing, nil, and protobuf-c judges it.
///
/// By hand because every call has one of each: protobuf-c makes three C structs of a request, and they were a fifth of what a
/// Check cost. What is read here is what protobuf-c reads; a test holds the two together over mutated frames.
struct FrameReader {
    /// More pairs than this are protobuf-c's, which has a limit on memory.
    private static let metadataMax = 16
    /// A connection keeps no longer name: ours are shorter.
    private static let keptBytesMax = 256

    /// Of the last request, if it is short: callers tend to call one method, and comparing its name is cheaper than making a
    /// string of it.
    private var method = ""

    /// The frame at the start of a buffer, its length in front.
    mutating func read(_ buffer: ByteBuffer, _ frameBytes: Int) -> Frame? {
        read(Span(_bytes: buffer.readableBytesSpan.extracting(4..<frameBytes)))
    }

    mutating func read(_ bytes: Span<UInt8>) -> Frame? {
        var cursor = Cursor(0..<bytes.count)
        guard cursor.passes(0x08, bytes), let number = cursor.number(bytes), let stream = UInt32(exactly: number) else {
            return nil
        }
        if cursor.passes(0x1a, bytes) {
            guard let body = cursor.content(bytes), cursor.isAtEnd, let request = request(body, bytes) else { return nil }
            return Frame(stream: stream, kind: .request(request))
        }
        guard cursor.passes(0x32, bytes), let body = cursor.content(bytes), cursor.isAtEnd,
            let response = Self.response(body, bytes)
        else { return nil }
        return Frame(stream: stream, kind: .response(response))
    }

    private mutating func request(_ body: Range<Int>, _ bytes: Span<UInt8>) -> Request? {
        var cursor = Cursor(body)
        guard cursor.passes(0x0a, bytes), let name = cursor.content(bytes) else { return nil }
        var path = method
        if !bytes.extracting(name).equals(method.utf8.span) {
            guard let text = Self.text(name, bytes) else { return nil }
            path = text
            if name.count <= Self.keptBytesMax { method = text }
        }
        var timeout: WireDuration?
        if cursor.passes(0x12, bytes) {
            guard let content = cursor.content(bytes), let duration = Self.duration(content, bytes) else { return nil }
            timeout = duration
        }
        var metadata: [MetadataEntry] = []
        while cursor.passes(0x1a, bytes) {
            guard metadata.count < Self.metadataMax, let content = cursor.content(bytes),
                let entry = Self.entry(content, bytes)
            else { return nil }
            metadata.append(entry)
        }
        var message: [UInt8] = []
        if cursor.passes(0x22, bytes) {
            guard let content = cursor.content(bytes) else { return nil }
            message = bytes.extracting(content).array
        }
        var done = false
        if cursor.passes(0x30, bytes) {
            guard let number = cursor.number(bytes), number <= 1 else { return nil }
            done = number == 1
        }
        guard cursor.isAtEnd else { return nil }
        return Request(method: path, timeout: timeout, metadata: metadata, message: message, done: done)
    }

    /// One that holds its message and nothing else.
    private static func response(_ body: Range<Int>, _ bytes: Span<UInt8>) -> Response? {
        var cursor = Cursor(body)
        guard cursor.passes(0x12, bytes), let content = cursor.content(bytes), cursor.isAtEnd else { return nil }
        return Response(message: bytes.extracting(content).array)
    }

    private static func duration(_ body: Range<Int>, _ bytes: Span<UInt8>) -> WireDuration? {
        var cursor = Cursor(body)
        var duration = WireDuration()
        if cursor.passes(0x08, bytes) {
            guard let number = cursor.number(bytes) else { return nil }
            duration.seconds = Int64(number)
        }
        if cursor.passes(0x10, bytes) {
            guard let number = cursor.number(bytes), let nanos = Int32(exactly: number) else { return nil }
            duration.nanos = nanos
        }
        return cursor.isAtEnd ? duration : nil
    }

    private static func entry(_ body: Range<Int>, _ bytes: Span<UInt8>) -> MetadataEntry? {
        var cursor = Cursor(body)
        guard cursor.passes(0x0a, bytes), let key = cursor.content(bytes), cursor.passes(0x12, bytes),
            let value = cursor.content(bytes), cursor.isAtEnd, let key = text(key, bytes), let value = text(value, bytes)
        else { return nil }
        return MetadataEntry(key: key, value: value)
    }

    private static func text(_ range: Range<Int>, _ bytes: Span<UInt8>) -> String? {
        let content = bytes.extracting(range)
        return content.isPlain ? content.text : nil
    }
}

/// A place in protobuf's bytes (https://protobuf.dev/programming-guides/encoding).
private struct Cursor {
    private var at: Int
    private let end: Int

    init(_ range: Range<Int>) {
        at = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { at == end }

    /// Whether the next field has this tag; then it stands behind it.
    mutating func passes(_ tag: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard at < end, bytes[at] == tag else { return false }
        at += 1
        return true
    }

    /// A number below 2^35. A longer one is legal and rare.
    mutating func number(_ bytes: Span<UInt8>) -> Int? {
        var value = 0
        var shift = 0
        while at < end, shift < 35 {
            let byte = bytes[at]
            at += 1
            value |= Int(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    /// Where a text, a message or bytes stand; the cursor is behind them then.
    mutating func content(_ bytes: Span<UInt8>) -> Range<Int>? {
        guard let count = number(bytes), count <= end - at else { return nil }
        defer { at += count }
        return at..<at + count
    }
}

extension Span<UInt8> {
    /// ASCII without NUL. Without a way out of the loop, so that it takes many bytes at a time.
    fileprivate var isPlain: Bool {
        var bits: UInt8 = 0
        for index in indices { bits |= self[index] | (self[index] &- 1) }
        return bits < 0x80
    }

    fileprivate func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var difference: UInt8 = 0
        for index in indices { difference |= self[index] ^ other[index] }
        return difference == 0
    }

    fileprivate var array: [UInt8] {
        unsafe withUnsafeBufferPointer { unsafe Array($0) }
    }
}
