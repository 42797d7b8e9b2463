internal import Foundation
internal import Synchronization

/// Decisions as a checker saw them, 24 bytes each, little-endian:
///
/// | offset | bytes | what |
/// |---|---|---|
/// | 0 | 8 | when the check was sent, nanoseconds of CLOCK_MONOTONIC |
/// | 8 | 8 | when its answer was there |
/// | 16 | 4 | line of the pair, from 0 |
/// | 20 | 2 | replica |
/// | 22 | 2 | 1 allowed, 0 denied |
final class RecordFile: Sendable {
    private static let bufferBytes = 64 * 1024

    private let file: FileHandle
    private let buffer = Mutex<[UInt8]>([])

    init(_ path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { throw UsageError("cannot write \(path)") }
        self.file = file
    }

    func add(_ question: Question, sent: UInt64, answered: UInt64, isAllowed: Bool) throws {
        try buffer.withLock { buffer in
            Self.append(sent, to: &buffer)
            Self.append(answered, to: &buffer)
            Self.append(UInt32(question.pair), to: &buffer)
            Self.append(UInt16(question.replica), to: &buffer)
            Self.append(UInt16(isAllowed ? 1 : 0), to: &buffer)
            if buffer.count >= Self.bufferBytes { try write(&buffer) }
        }
    }

    func close() throws {
        try buffer.withLock { try write(&$0) }
        try file.close()
    }

    private func write(_ buffer: inout [UInt8]) throws {
        try file.write(contentsOf: Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }

    private static func append(_ number: some FixedWidthInteger, to buffer: inout [UInt8]) {
        for shift in stride(from: 0, to: number.bitWidth, by: 8) {
            buffer.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
