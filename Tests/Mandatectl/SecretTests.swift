import Foundation
import Testing

@testable import mandatectl

@Suite("Secrets from files")
struct SecretTests {
    /// A file of these bytes, for as long as `work` takes.
    @discardableResult
    private func file<Result>(_ bytes: [UInt8], mode: Int = 0o600, _ work: (String) throws -> Result) throws -> Result {
        let path = NSTemporaryDirectory() + "mandate-secret-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: [.posixPermissions: mode]))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return try work(path)
    }

    @Test(
        "The first line is the secret, whatever ends it and whatever stands behind it",
        arguments: [
            ("secret\n", "secret"), ("secret", "secret"), ("secret\r\nmore\n", "secret"), ("two words \n", "two words "),
            ("żółć\n\u{FF}", "żółć"), ("x\ry\n", "x\ry"),
        ])
    func firstLine(text: String, secret: String) throws {
        #expect(try file(Array(text.utf8)) { try Secret.firstLine(of: $0) } == secret)
    }

    @Test(
        "What is no secret is refused",
        arguments: [
            ("", "empty"), ("\nsecret\n", "empty"), ("\r\n", "empty"), ("a\0b\n", "UTF-8"),
            (String(repeating: "x", count: 4097), "too long"),
        ])
    func refused(text: String, word: String) throws {
        try file(Array(text.utf8)) { path in
            #expect { _ = try Secret.firstLine(of: path) } throws: { "\($0)".contains(word) }
        }
    }

    @Test("Text that is not UTF-8, a folder and nothing at all are refused")
    func noFiles() throws {
        try file([0x61, 0xFF, 0x0A]) { path in
            #expect(throws: Failure.self) { try Secret.firstLine(of: path) }
        }
        #expect(throws: Failure.self) { try Secret.firstLine(of: NSTemporaryDirectory()) }
        #expect(throws: Failure.self) { try Secret.firstLine(of: "/nonexistent/secret") }
    }

    @Test(
        "A typed line is the secret, without its end; a control key in it is none that anybody wanted",
        arguments: [
            ("secret\n", "secret"), ("żółć", "żółć"), (" two words \n", " two words "), ("\n", nil), ("", nil),
            ("a\u{3}b\n", nil),
            ("\u{1B}[A\n", nil), ("a\tb\n", nil), ("a\u{7F}\n", nil), ("a\u{85}b\n", nil), ("a\n\n", nil),
        ])
    func typed(line: String, secret: String?) throws {
        if let secret {
            #expect(try Secret.typed(Array(line.utf8)) == secret)
        } else {
            #expect(throws: Failure.self) { try Secret.typed(Array(line.utf8)) }
        }
    }

    @Test("A file that everybody may read is refused, one that a group may read is taken", arguments: [0o644, 0o604, 0o666])
    func modes(mode: Int) throws {
        try file(Array("secret\n".utf8), mode: mode) { path in
            #expect { _ = try Secret.firstLine(of: path) } throws: { "\($0)".contains("chmod o-r") }
        }
        #expect(try file(Array("secret\n".utf8), mode: mode & 0o770) { try Secret.firstLine(of: $0) } == "secret")
    }
}
