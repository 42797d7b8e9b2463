import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A DNS server on loopback that answers each question over UDP, and over TCP on the same port, with the bytes that a test says.
/// It serves until the process ends.
final class NameServer: Sendable {
    let port: UInt16
    /// The bytes of each message that goes back, by the question's bytes and whether it came over TCP.
    private let reply: @Sendable ([UInt8], Bool) -> [[UInt8]]
    private let count = Mutex(0)

    var questions: Int { count.withLock { $0 } }
    var servers: String { "127.0.0.1:\(port)" }

    init(_ reply: @escaping @Sendable ([UInt8], Bool) -> [[UInt8]]) throws {
        self.reply = reply
        let udp = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        let bound = try Self.bind(udp, port: 0)
        let tcp = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        port = bound
        _ = try Self.bind(tcp, port: bound)
        guard listen(tcp, 8) == 0 else { throw Failure(code: errno) }
        Thread { self.serveUDP(udp) }.start()
        Thread { self.serveTCP(tcp) }.start()
    }

    struct Failure: Error { let code: Int32 }

    private static func bind(_ socket: Int32, port: UInt16) throws -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                let bound = unsafe Glibc.bind(socket, generic, length)
                return unsafe bound == 0 ? getsockname(socket, generic, &length) : bound
            }
        }
        guard code == 0 else { throw Failure(code: errno) }
        return UInt16(bigEndian: address.sin_port)
    }

    private func serveUDP(_ socket: Int32) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            var peer = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            unsafe withUnsafeMutablePointer(to: &peer) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                    let read = unsafe recvfrom(socket, &buffer, buffer.count, 0, generic, &length)
                    guard read > 0 else { return }
                    for message in answers(Array(buffer[..<read]), false) {
                        _ = unsafe sendto(socket, message, message.count, 0, generic, length)
                    }
                }
            }
        }
    }

    private func serveTCP(_ socket: Int32) {
        while true {
            let peer = accept(socket, nil, nil)
            guard peer >= 0 else { continue }
            var size = [UInt8](repeating: 0, count: 2)
            if unsafe recv(peer, &size, 2, Int32(MSG_WAITALL)) == 2 {
                var question = [UInt8](repeating: 0, count: Int(size[0]) << 8 | Int(size[1]))
                _ = unsafe recv(peer, &question, question.count, Int32(MSG_WAITALL))
                for message in answers(question, true) {
                    let framed = [UInt8(message.count >> 8), UInt8(message.count & 255)] + message
                    _ = unsafe send(peer, framed, framed.count, Int32(MSG_NOSIGNAL))
                }
            }
            close(peer)
        }
    }

    private func answers(_ question: [UInt8], _ isTCP: Bool) -> [[UInt8]] {
        count.withLock { $0 += 1 }
        return reply(question, isTCP)
    }
}

/// Messages of DNS (RFC 1035 §4).
enum Wire {
    /// An answer to a question, with its id and question unless said otherwise.
    static func answer(
        to question: [UInt8], code: UInt8 = 0, truncated: Bool = false, id: [UInt8]? = nil, count: Int? = nil,
        _ records: [[UInt8]] = []
    ) -> [UInt8] {
        let count = count ?? records.count
        return (id ?? Array(question[0..<2])) + [truncated ? 0x83 : 0x81, 0x80 | code, 0, 1]
            + [UInt8(count >> 8), UInt8(count & 255), 0, 0, 0, 0] + question[12...] + records.joined()
    }

    /// A record of the question's name.
    static func record(_ type: UInt8, _ data: [UInt8], owner: [UInt8] = [0xc0, 12]) -> [UInt8] {
        owner + [0, type, 0, 1, 0, 0, 0, 60, UInt8(data.count >> 8), UInt8(data.count & 255)] + data
    }

    /// A TXT record of one string after another.
    static func text(_ strings: String...) -> [UInt8] {
        record(16, strings.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) })
    }

    static func name(_ text: String) -> [UInt8] {
        text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }
}
