import Foundation

/// One text file of the repository.
struct RepositoryFile: Sendable {
    /// From the root, as in `Sources/RPC/Status.swift`.
    let path: String
    let text: String
    /// Of a Swift file written by hand, taken apart once.
    let masked: MaskedSwift?

    init(path: String, text: String) {
        self.path = path
        self.text = text
        masked = path.hasSuffix(".swift") && !Self.isGenerated(path) ? MaskedSwift(text) : nil
    }

    var name: String { String(path.split(separator: "/").last ?? "") }
    /// Without the dot; empty when there is none.
    var suffix: String { name.contains(".") ? String(name.split(separator: ".").last ?? "") : "" }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// Written by hand and run or compiled.
    var isSource: Bool {
        !Self.isGenerated(path)
            && (Self.sourceSuffixes.contains(suffix) || name == "Makefile" || name == "Dockerfile"
                || text.hasPrefix("#!"))
    }

    /// Written by `proto/generate`: nobody edits it by hand.
    private static func isGenerated(_ path: String) -> Bool {
        path.hasPrefix("Sources/CMessages/") || path.contains("/Generated/") || path == "proto/vectors.txt"
    }

    private static let sourceSuffixes: Set<String> = [
        "swift", "proto", "sql", "py", "sh", "awk", "c", "h", "modulemap", "yaml",
    ]
}

/// The repository's text files as git would take them: what `.gitignore` names is left out.
struct Repository: Sendable {
    /// The one this file lies in: three folders up, symbolic links resolved.
    static let here = Repository(
        root: URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent())

    let root: URL
    let files: [RepositoryFile]

    init(root: URL) {
        self.root = root
        let ignored = IgnoredNames(try? String(contentsOf: root.appending(path: ".gitignore"), encoding: .utf8))
        var files: [RepositoryFile] = []
        Self.collect(root, "", ignored, &files)
        self.files = files
    }

    /// The Swift files written by hand.
    var swift: [(file: RepositoryFile, masked: MaskedSwift)] {
        files.compactMap { file in file.masked.map { (file, $0) } }
    }

    func file(_ path: String) -> RepositoryFile? { files.first { $0.path == path } }

    private static func collect(
        _ folder: URL, _ prefix: String, _ ignored: IgnoredNames, _ files: inout [RepositoryFile]
    ) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        for name in names.sorted() where !ignored.contains(name) {
            let url = folder.appending(path: name)
            if (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true {
                collect(url, prefix + name + "/", ignored, &files)
            } else if let text = try? String(contentsOf: url, encoding: .utf8), !text.utf8.contains(0) {
                files.append(RepositoryFile(path: prefix + name, text: text))
            }
        }
    }
}

/// The patterns of `.gitignore` that this repository uses: a name, a folder's name, `*` and an ending.
struct IgnoredNames {
    private var names: Set<String> = [".git", ".pytest_cache"]
    private var endings: [String] = []

    init(_ gitignore: String?) {
        for line in (gitignore ?? "").split(separator: "\n") where !line.hasPrefix("#") {
            let pattern = line.hasSuffix("/") ? line.dropLast() : line
            if pattern.hasPrefix("*") { endings.append(String(pattern.dropFirst())) } else { names.insert(String(pattern)) }
        }
    }

    func contains(_ name: String) -> Bool {
        names.contains(name) || endings.contains { name.hasSuffix($0) }
    }
}
