// Decodes messages and encodes them again, for tests of the encoding in another language.
//
// In, until the end of standard input:
//   4 bytes   length of what follows, big-endian
//   1 byte    length of the name
//   n bytes   the message's full name
//   the rest  the message
// Out, one answer each:
//   4 bytes   length of what follows, big-endian; 0xFFFFFFFF and nothing more: not such a message
//   the rest  the message, encoded again

internal import Foundation
internal import Messages

/// Exactly `count` bytes; nil at the end of the input.
func read(_ count: Int) throws -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
        guard let part = try FileHandle.standardInput.read(upToCount: count - bytes.count), !part.isEmpty else {
            return nil
        }
        bytes += part
    }
    return bytes
}

func bigEndian(_ length: UInt32) -> [UInt8] {
    [UInt8(length >> 24), UInt8(length >> 16 & 0xFF), UInt8(length >> 8 & 0xFF), UInt8(length & 0xFF)]
}

func answer(_ frame: [UInt8]) -> [UInt8] {
    let refused = bigEndian(.max)
    guard let nameLength = frame.first.map(Int.init), frame.count > nameLength else { return refused }
    let name = String(decoding: frame[1...nameLength], as: UTF8.self)
    guard let type = messageTypes[name] else { return refused }
    do {
        let encoded = try type.init(decoding: frame[(1 + nameLength)...]).encoded()
        return bigEndian(UInt32(encoded.count)) + encoded
    } catch {
        return refused
    }
}

while let head = try read(4) {
    let length = head.reduce(0) { $0 << 8 | Int($1) }
    guard let frame = try read(length) else { break }
    try FileHandle.standardOutput.write(contentsOf: Data(answer(frame)))
}
