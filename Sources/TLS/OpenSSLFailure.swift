import COpenSSL
import Glibc

/// One entry of OpenSSL's error queue, which is kept per thread.
struct OpenSSLFailure {
    /// `ERR_LIB_…`
    let library: Int32
    /// `SSL_R_…` and the like; its meaning depends on `library`.
    let reason: Int32

    /// The reason in OpenSSL's words, without the data some entries carry.
    var text: String {
        if library == ERR_LIB_SYS { return unsafe String(cString: strerror(reason)) }
        let code = UInt(UInt32(bitPattern: library)) << 23 | UInt(UInt32(bitPattern: reason))
        guard let text = unsafe ERR_reason_error_string(code) else { return "unknown reason \(reason)" }
        return unsafe String(cString: text)
    }

    /// Empties the queue; nil when it was empty. The oldest entry is the cause, later ones are where it passed.
    static func take() -> OpenSSLFailure? {
        let code = ERR_get_error()
        guard code != 0 else { return nil }
        ERR_clear_error()
        return OpenSSLFailure(library: ERR_GET_LIB(code), reason: ERR_GET_REASON(code))
    }
}
