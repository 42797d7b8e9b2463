import Foundation

/// The inputs that are kept: `Corpus/<name>.txt`, one a line in hex, and what once broke a promise, `Crashes/<name>/`.
struct Corpus {
    let inputs: [[UInt8]]
    let crashes: [(file: String, bytes: [UInt8])]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    init(_ target: Fuzzed) throws {
        var inputs = try Self.lines("Corpus/\(target.rawValue).txt").map { hex($0[...]) }
        if target == .messages { inputs += try Self.vectors() }
        self.inputs = inputs
        let crashes = Self.folder.appending(path: "Crashes/\(target.rawValue)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: crashes.path())) ?? []
        self.crashes = try names.sorted().map { ($0, Array(try Data(contentsOf: crashes.appending(path: $0)))) }
    }

    /// proto/vectors.txt: every message with every field set, the type's name in front.
    private static func vectors() throws -> [[UInt8]] {
        try lines("../../proto/vectors.txt").map { line in
            let words = line.split(separator: " ")
            return MessageChoice.prefix(String(words[0])) + hex(words.count > 1 ? words[1] : "")
        }
    }

    private static func lines(_ path: String) throws -> [String] {
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }
}

private func hex(_ text: Substring) -> [UInt8] {
    let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }.map { digit in
        digit >= UInt8(ascii: "a") ? digit - UInt8(ascii: "a") + 10 : digit - UInt8(ascii: "0")
    }
    precondition(digits.count.isMultiple(of: 2), "half a byte: \(text)")
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
