import Foundation
import Testing

@testable import mandatectl

struct SignatureTextTests {
    private func read(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "signature-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try SignatureText.contents(of: file.path).text
    }

    @Test("D13 a signature's file is taken as it is, to the last byte")
    func whole() throws {
        for text in ["", "Anna", "Gr\u{FC}\u{DF}e\r\n-- \n\n", "\u{FEFF}e\u{301}", String(repeating: "\u{1F600}", count: 50_000)]
        {
            #expect(Array(try read(Array(text.utf8)).utf8) == Array(text.utf8))
        }
    }

    @Test("what is no text, too much, or nowhere, is refused")
    func refused() {
        for bytes in [[0xFF], Array("a\u{0}b".utf8), [UInt8](repeating: 0x78, count: 1 << 20 | 1)] as [[UInt8]] {
            #expect(throws: Failure.self) { try read(bytes) }
        }
        for path in ["/nowhere/at/all", FileManager.default.temporaryDirectory.path] {
            #expect(throws: Failure.self) { try SignatureText.contents(of: path) }
        }
    }
}
