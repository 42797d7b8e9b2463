import Foundation
import Testing

@testable import mandatectl

@Suite("A file that is replaced at once")
struct NewFileTests {
    /// A folder of its own for as long as `work` takes.
    private func folder(_ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "new-file-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try work(folder)
    }

    private func files(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("the old content is there until the new one is whole, and nothing else is left")
    func replaced() throws {
        try folder { folder in
            let path = folder.appending(path: "ids.csv")
            try Data("old".utf8).write(to: path)
            let new = try NewFile(path.path)
            #expect(try String(contentsOf: path, encoding: .utf8) == "old")
            // Who has the old one open still reads the old one.
            let reader = try FileHandle(forReadingFrom: path)
            try new.write("newer")
            #expect(try reader.readToEnd() == Data("old".utf8))
            #expect(try String(contentsOf: path, encoding: .utf8) == "newer")
            #expect(try files(folder) == ["ids.csv"])
        }
    }

    @Test("one that is only tried leaves nothing; one that was not there comes into being when it is written")
    func fresh() throws {
        try folder { folder in
            let path = folder.appending(path: "ids.csv").path
            let new = try NewFile(path, mode: 0o600)
            #expect(try files(folder) == [])
            try new.write("text")
            #expect(try files(folder) == ["ids.csv"])
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("of a link the file it points to is replaced, and what is closed to others stays so")
    func linked() throws {
        try folder { folder in
            let (file, link) = (folder.appending(path: "file"), folder.appending(path: "link"))
            try Data("old".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            try NewFile(link.path).write("new")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
            #expect(try String(contentsOf: file, encoding: .utf8) == "new")
            #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("what cannot be written is told before, or, where only writing shows it, with its reason")
    func refused() throws {
        #expect(throws: Failure.self) { try NewFile("/nonexistent/ids.csv") }
        let full = try NewFile("/dev/full")
        #expect { try full.write("text") } throws: {
            ($0 as? Failure)?.status == .unanswered && "\($0)".contains("No space left on device")
        }
        // No file is put in its place.
        #expect(
            try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type] as? FileAttributeType == .typeCharacterSpecial)
    }
}
