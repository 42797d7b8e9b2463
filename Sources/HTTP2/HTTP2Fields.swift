internal import CNGHTTP2

/// Header fields in nghttp2's form, at an address of their own.
///
/// `@unchecked Sendable`: nothing is changed after `init`.
@safe
package final class HTTP2Fields: @unchecked Sendable {
    let pairs: UnsafeMutableBufferPointer<nghttp2_nv>
    private let text: UnsafeMutableBufferPointer<UInt8>

    /// Names in lower case. `isKept`: whoever makes this keeps it for ever, so nghttp2 need not copy it.
    package init(_ fields: [(String, String)], isKept: Bool = false) {
        let size = fields.reduce(0) { $0 + $1.0.utf8.count + $1.1.utf8.count }
        unsafe text = .allocate(capacity: max(1, size))
        unsafe pairs = .allocate(capacity: fields.count)
        let flags = isKept ? NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue | NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue : 0
        var at = 0
        func place(_ string: String) -> UnsafeMutablePointer<UInt8>? {
            let start = at
            for byte in string.utf8 {
                unsafe text[at] = byte
                at += 1
            }
            return unsafe text.baseAddress.map { unsafe $0 + start }
        }
        for (index, field) in fields.enumerated() {
            unsafe pairs.initializeElement(
                at: index,
                to: nghttp2_nv(
                    name: place(field.0), value: place(field.1), namelen: field.0.utf8.count,
                    valuelen: field.1.utf8.count, flags: UInt8(flags)))
        }
    }

    deinit {
        unsafe pairs.deallocate()
        unsafe text.deallocate()
    }
}
