internal import Glibc
internal import NIOCore

/// The end of a peer's certificate, at which its connection ends too.
///
/// It is a moment of the wall clock, and timers count steadily. So the wall clock is asked when a timer says that the moment has
/// come, and every `lookEvery` before:
///
/// 1. While the wall clock goes as time does, the end is seen within a second.
/// 2. A clock that was set forward over the end, and a machine that slept over it, are seen at the next look. A new handshake
///    is refused at once, as always.
/// 3. A clock that was set back lets the connection live as long as a new handshake would succeed.
/// 4. An end in the far future costs a timer every `lookEvery`.
struct CertificateEnd: Sendable {
    static let lookEvery = Duration.seconds(300)

    /// Seconds since 1970; from then on OpenSSL refuses the certificate.
    private let notAfter: Int64
    /// Seconds since 1970.
    private let wallClock: @Sendable () -> Int64

    init(_ notAfter: Int64, wallClock: @escaping @Sendable () -> Int64) {
        self.notAfter = notAfter
        self.wallClock = wallClock
    }

    /// When to look again; nil when the certificate has ended.
    func nextLook(_ now: NIODeadline) -> NIODeadline? {
        let left = notAfter - wallClock()
        guard left > 0 else { return nil }
        return now + min(.seconds(left), Self.lookEvery)
    }
}

/// The system's clock, that OpenSSL judges certificates by: seconds since 1970.
package let systemSeconds: @Sendable () -> Int64 = { Int64(time(nil)) }
