import COpenSSL
import Glibc

/// A borrowed X509*, valid as long as the SSL or SSL_CTX it came from.
@safe
struct Certificate {
    private let pointer: OpaquePointer

    init(borrowing pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    /// Seconds since 1970; 0 for a date OpenSSL cannot read.
    var expiry: Int64 {
        var parts = unsafe tm()
        guard let date = unsafe X509_get0_notAfter(pointer),
            unsafe ASN1_TIME_to_tm(date, &parts) == 1
        else { return 0 }
        return unsafe Int64(timegm(&parts))
    }

    /// The subject alternative names which are URIs or DNS names, in order of appearance.
    ///
    /// `uri` is nil unless there is exactly one.
    var names: (uri: String?, dns: [String]) {
        guard
            let extensionValue = unsafe X509_get_ext_d2i(pointer, NID_subject_alt_name, nil, nil)
        else { return (nil, []) }
        let names = OpaquePointer(extensionValue)
        defer { unsafe GENERAL_NAMES_free(names) }

        var uris: [String?] = []
        var dns: [String] = []
        for index in 0..<max(0, unsafe mandate_sk_GENERAL_NAME_num(names)) {
            guard let name = unsafe mandate_sk_GENERAL_NAME_value(names, index) else { continue }
            var kind: Int32 = 0
            let value = unsafe GENERAL_NAME_get0_value(name, &kind)
            if kind == GEN_URI {
                uris.append(unsafe Self.text(value))
            } else if kind == GEN_DNS, let name = unsafe Self.text(value) {
                dns.append(name)
            }
        }
        return (uris.count == 1 ? uris[0] : nil, dns)
    }

    /// An IA5String of printable ASCII, else nil: a NUL inside must not shorten a name, nor a newline enter a log.
    private static func text(_ value: UnsafeMutableRawPointer?) -> String? {
        guard let value = unsafe value else { return nil }
        let string = unsafe value.assumingMemoryBound(to: ASN1_STRING.self)
        guard let start = unsafe ASN1_STRING_get0_data(string) else { return nil }
        let bytes = unsafe UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(string)))
        guard !bytes.isEmpty, unsafe bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        return unsafe String(decoding: bytes, as: UTF8.self)
    }
}
