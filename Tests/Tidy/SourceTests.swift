import Testing

/// Names, lengths and words of everything written by hand.
struct SourceTests {
    let repository = Repository.here

    @Test(
        "no file or type is named for what it is not",
        arguments: ["Manager", "Helper", "Util", "Utils", "Common", "Base", "Impl", "Data", "Info"])
    func names(_ banned: String) {
        var violations: [Violation] = []
        for file in repository.files where file.isSource {
            let stem = file.name.split(separator: ".").first ?? ""
            if Name.words(of: stem).contains(banned.lowercased()) {
                violations.append(Violation(file.path, "says \(banned)"))
            }
            guard let source = file.masked else { continue }
            for (line, name) in Name.declaredTypes(in: source) where Name.words(of: name).contains(banned.lowercased()) {
                violations.append(Violation(file.path, line, "\(name) says \(banned)"))
            }
        }
        expectNone(violations)
    }

    @Test("a module never bears a type's name")
    func moduleNames() {
        var violations: [Violation] = []
        for module in modules {
            for (file, source) in repository.swift where file.path.hasPrefix(module.folder + "/") {
                for (line, name) in Name.declaredTypes(in: source) where name == module.name {
                    violations.append(
                        Violation(file.path, line, "\(name) is the module's name: its types could not be named in full"))
                }
            }
        }
        expectNone(violations)
    }

    @Test("no file is longer than 400 lines")
    func lengths() {
        expectNone(
            repository.files.filter(\.isSource).compactMap { file in
                let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
                return count > 400 ? Violation(file.path, "has \(count) lines") : nil
            })
    }

    @Test("nothing is left for later in a comment")
    func leftForLater() {
        var violations: [Violation] = []
        for file in repository.files where file.isSource {
            let text = file.masked?.comments ?? file.text
            for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for word in ["TO" + "DO", "FIX" + "ME"] where line.contains(word) {
                    violations.append(Violation(file.path, index + 1, "says \(word)"))
                }
            }
        }
        expectNone(violations)
    }

    @Test("no path of one developer's machine")
    func machinePaths() {
        var violations: [Violation] = []
        for file in repository.files where machinePathsAllowed[file.path] == nil {
            for place in ["work", "tmp", "root", "home"] where file.text.contains("/\(place)/") {
                for (index, line) in file.lines.enumerated() where MachinePath.begins(in: line, with: "/\(place)/") {
                    violations.append(Violation(file.path, index + 1, "names a path under /\(place)"))
                }
            }
        }
        expectNone(violations)
    }

    @Test("mandatectl says everything through Terminal, which knows what to do when nobody takes it")
    func terminal() {
        var violations: [Violation] = []
        for (file, source) in repository.swift where file.path.hasPrefix("Sources/mandatectl/") {
            let code = source.code
            // A method of ours may be called print.
            for use in code.matches(of: /(func |\.)?\b(print\(|FileHandle\b|fputs\()/) where use.1 == nil {
                violations.append(
                    Violation(file.path, code[..<use.range.upperBound].count { $0 == "\n" } + 1, "writes past Terminal"))
            }
        }
        expectNone(violations)
    }

    @Test("@unchecked Sendable stands nine times at most, each time with its invariant above")
    func uncheckedSendable() {
        var count = 0
        var violations: [Violation] = []
        for (file, source) in repository.swift {
            for line in UncheckedSendable.uses(in: source) {
                count += 1
                if !line.hasReason {
                    violations.append(
                        Violation(file.path, line.line, "@unchecked Sendable without a comment that says why it holds"))
                }
            }
        }
        #expect(count <= 9, "\(count) times @unchecked Sendable")
        expectNone(violations)
    }

    /// Where a path of a machine is what the file is about, with the reason.
    private let machinePathsAllowed: [String: String] = [:]
}
