import Testing

/// What no hand-written Swift file does.
struct SwiftTests {
    @Test("nothing is forced, swallowed or left out")
    func sources() {
        expectNone(
            Repository.here.swift.flatMap { file, source in
                Self.offences(in: source, file.text).map { Violation(file.path, $0.line, $0.what) }
            })
    }

    @Test("E2 no free text is an event's action")
    func actions() {
        expectNone(
            Repository.here.swift.filter { file, _ in !file.path.hasPrefix("Tests/") && !file.path.hasPrefix("proto/") }.flatMap {
                file, _ in
                file.lines.enumerated().filter { $0.element.contains(/[.( ]action(:| =) "[^"]/) }.map {
                    Violation(file.path, $0.offset + 1, "an action is one of EventAction's")
                }
            })
    }

    @Test(
        "what is refused",
        arguments: [
            ("let a = try! load()", "try!"),
            ("let a = b as! C", "as!"),
            ("do { try a() } catch {}", "an empty catch"),
            ("do { try a() } catch let error as E {\n    // no reason is reason enough\n}", "an empty catch"),
            ("do { try a() } catch is CancellationError { }", "an empty catch"),
            (#"fatalError("TODO: later")"#, "an unwritten part"),
            ("print(\"\\(try! a())\")", "try!"),
        ])
    func refused(_ text: String, _ what: String) {
        #expect(Self.offences(in: MaskedSwift(text), text).map(\.what) == [what])
    }

    @Test(
        "what is not",
        arguments: [
            "// never try! anything", #"let text = "as! and catch {}""#, "let a = try? b()",
            "do { try a() } catch { throw b }", "let raw = #\"a \"quoted\" try! b\"#", "/* a /* nested */ try! */ let b = 1",
            "let text = \"\"\"\n    try! \"this\"\n    \"\"\"", "let a = b.alias!.c",
        ])
    func accepted(_ text: String) {
        #expect(Self.offences(in: MaskedSwift(text), text).isEmpty)
    }

    private static func offences(in source: MaskedSwift, _ text: String) -> [(line: Int, what: String)] {
        let code = source.code
        var found: [(Int, String)] = []
        func note(_ index: String.Index, _ what: String) {
            found.append((code[..<index].count { $0 == "\n" } + 1, what))
        }
        for range in code.ranges(of: "try!") { note(range.lowerBound, "try!") }
        for range in code.ranges(of: " as!") { note(range.lowerBound, "as!") }
        for range in code.ranges(of: "fatalError(") {
            // The text is masked; the columns are the source's own.
            let offset = code.utf8.distance(from: code.startIndex, to: range.upperBound)
            let after = text.utf8.dropFirst(offset).prefix(5)
            if after.elementsEqual("\"TODO".utf8) { note(range.lowerBound, "an unwritten part") }
        }
        for range in code.ranges(of: "catch") {
            let rest = code[range.upperBound...]
            guard let open = rest.firstIndex(of: "{"), !rest[..<open].contains("}"),
                let next = rest[rest.index(after: open)...].first(where: { !$0.isWhitespace }), next == "}"
            else { continue }
            let before = range.lowerBound == code.startIndex ? " " : code[code.index(before: range.lowerBound)]
            if !(before.isLetter || before.isNumber || before == "." || before == "_") {
                note(range.lowerBound, "an empty catch")
            }
        }
        return found
    }
}
