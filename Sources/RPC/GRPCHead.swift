internal import Messages
internal import NIOCore

/// The headers of one request, read as they come.
final class GRPCHead {
    enum Encoding: Equatable {
        case identity, gzip
        case other
    }

    private(set) var isPost = false
    private(set) var isGet = false
    /// Without the leading slash: `mandate.mailbox.v1.AccessService/Check`.
    private(set) var path: [UInt8] = []
    private(set) var contentType = GRPCContentType.notGRPC
    private(set) var encoding = Encoding.identity
    private(set) var acceptsGzip = false
    private(set) var metadata: [MetadataEntry] = []
    private(set) var timeout: Int64?
    /// The first thing that is wrong; the call is refused with it.
    private(set) var problem: Status?

    private let byteCountMax: Int
    /// As `byteCountMax` counts.
    private(set) var byteCount = 0

    /// `byteCountMax`: of names and values, 32 more for each; nothing is kept of what is over it.
    init(byteCountMax: Int) {
        self.byteCountMax = byteCountMax
    }

    func add(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        byteCount += name.count + value.count + RequestCheck.metadataPairBytes
        guard byteCount <= byteCountMax else {
            return refuse(.overLimit("metadata over \(byteCountMax) bytes"))
        }
        switch name[0] {
        case UInt8(ascii: ":"): pseudo(name, value)
        case UInt8(ascii: "g") where name.starts(with: "grpc-"): reserved(name, value)
        case UInt8(ascii: "c") where name.equals("content-type"): contentType = GRPCContentType(value)
        // HTTP's own: nghttp2 holds the body to it.
        case UInt8(ascii: "c") where name.equals("content-length"): break
        case UInt8(ascii: "t") where name.equals("te"): break
        case UInt8(ascii: "u") where name.equals("user-agent"): break
        default: addMetadata(name, value)
        }
    }

    private func pseudo(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        if name.equals(":path") {
            path = unsafe value.withUnsafeBufferPointer { unsafe Array($0.dropFirst()) }
        } else if name.equals(":method") {
            isPost = value.equals("POST")
            isGet = value.equals("GET")
        }
    }

    private func reserved(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        if name.equals("grpc-timeout") {
            timeout = GRPCTimeout.nanoseconds(value)
            if timeout == nil { refuse(.invalidField("timeout", "grpc-timeout is one to eight digits and a unit of HMSmun")) }
        } else if name.equals("grpc-encoding") {
            encoding = value.equals("identity") ? .identity : value.equals("gzip") ? .gzip : .other
        } else if name.equals("grpc-accept-encoding") {
            acceptsGzip = value.lists("gzip")
        }
    }

    private func addMetadata(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        let key = name.text
        guard value.isPrintable else {
            // What no header of gRPC's may hold is left out, unless somebody would miss it.
            if RequestCheck.isRead(key) { refuse(RequestCheck.notPrintable(key)) }
            return
        }
        let text = value.text
        if key.hasSuffix("-bin"), text.utf8.contains(UInt8(ascii: ",")) {
            // Several values of one name may come as one (gRPC over HTTP/2, "Custom-Metadata").
            for part in text.split(separator: ",") {
                metadata.append(MetadataEntry(key: key, value: part.filter { $0 != " " }))
            }
        } else {
            metadata.append(MetadataEntry(key: key, value: text))
        }
    }

    private func refuse(_ status: Status) {
        if problem == nil { problem = status }
    }

    /// The absolute deadline; nil without a timeout. What is over the limit is as good as none: gRPC clients say "for ever" so.
    func deadline(_ now: NIODeadline, _ limits: Limits) throws(Status) -> NIODeadline? {
        guard let timeout, Duration.nanoseconds(timeout) <= limits.timeoutMax else { return nil }
        guard timeout > 0 else { throw Status.deadlineExceeded }
        return now + .nanoseconds(timeout)
    }
}

/// Comparing header text without making a string of it.
extension Span<UInt8> {
    func starts(with text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        for index in 0..<text.utf8CodeUnitCount where unsafe self[index] != text.utf8Start[index] { return false }
        return true
    }

    func equals(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && starts(with: text)
    }

    /// Whether a list with commas has this element.
    func lists(_ element: StaticString) -> Bool {
        text.split(separator: ",").contains { part in
            part.filter { $0 != " " }.utf8.elementsEqual("\(element)".utf8)
        }
    }

    /// What an HTTP header's value may hold for gRPC: 0x20 to 0x7E.
    var isPrintable: Bool {
        for index in indices where self[index] < 0x20 || self[index] > 0x7E { return false }
        return true
    }

    var text: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
