import Foundation
import Messages
import Testing

/// proto/vectors.txt: full name and encoding, one message a line.
struct Vector: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]

    var testDescription: String { "\(name) of \(bytes.count) bytes" }

    static let all: [Vector] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try? String(contentsOf: root.appending(path: "proto/vectors.txt"), encoding: .utf8)
        return (text ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: " ")
            return Vector(name: String(parts[0]), bytes: parts.count > 1 ? hex(parts[1]) : [])
        }
    }()
}

/// `"0a 01"` or `"0a01"` as bytes; tests write wire bytes this way.
func hex(_ text: some StringProtocol) -> [UInt8] {
    let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }.map { digit in
        digit >= UInt8(ascii: "a") ? digit - UInt8(ascii: "a") + 10 : digit - UInt8(ascii: "0")
    }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// One length-prefixed field.
func field(_ number: UInt8, _ body: [UInt8]) -> [UInt8] {
    var out = [number << 3 | 2]
    var rest = body.count
    while rest > 0x7f {
        out.append(UInt8(rest & 0x7f) | 0x80)
        rest >>= 7
    }
    out.append(UInt8(rest))
    return out + body
}
