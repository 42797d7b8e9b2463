/// Swift source, line by line, indented by braces.
struct SourceText {
    private(set) var lines: [String] = []
    private var depth = 0

    /// - Parameter origin: the `.proto` file, or what else the source is made from.
    init(from origin: String) {
        lines = ["// Generated from \(origin) by proto/generate. Do not edit.", ""]
    }

    mutating func line(_ text: String = "") {
        lines.append(text.isEmpty ? "" : String(repeating: "    ", count: depth) + text)
    }

    mutating func doc(_ comment: [String]) {
        for text in comment { line(text.isEmpty ? "///" : "/// \(text)") }
    }

    /// `head {`, the body one step in, `}`.
    mutating func block(_ head: String, _ body: (inout SourceText) -> Void) {
        line(head + " {")
        depth += 1
        body(&self)
        depth -= 1
        line("}")
    }

    /// A `switch`, whose cases stand where the `switch` stands.
    mutating func choice(_ head: String, _ body: (inout SourceText) -> Void) {
        line(head + " {")
        body(&self)
        line("}")
    }

    /// Lines one step in.
    mutating func indented(_ body: (inout SourceText) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    /// Whether it stands on one line of the format.
    func fits(_ text: String) -> Bool { depth * 4 + text.count <= Self.columnsMax }

    /// `label"text"end`, the text over several lines where it is too long for one.
    mutating func text(_ label: String, _ text: String, _ end: String) {
        let whole = label + Names.quoted(text) + end
        guard !fits(whole) else { return line(whole) }
        line(label + "\"\"\"")
        depth += 1
        var rest = Names.quoted(text).dropFirst().dropLast().split(separator: " ")[...]
        while !rest.isEmpty {
            var row = rest.removeFirst() + ""
            while let word = rest.first, fits("\(row) \(word) \\") {
                row += " " + word
                rest.removeFirst()
            }
            line(row + (rest.isEmpty ? "" : " \\"))
        }
        line("\"\"\"" + end)
        depth -= 1
    }

    /// `head` items separated by commas `end`, over several lines where one is too short.
    mutating func list(_ head: String, _ items: [String], _ end: String) {
        let whole = head + items.joined(separator: ", ") + end
        guard !fits(whole) else { return line(whole) }
        line(head)
        depth += 1
        var row = ""
        for item in items {
            if !row.isEmpty, !fits("\(row) \(item),") {
                line(row)
                row = ""
            }
            row += (row.isEmpty ? "" : " ") + item + ","
        }
        line(row)
        depth -= 1
        line(end)
    }

    private static let columnsMax = 120

    var text: String { lines.joined(separator: "\n") + "\n" }
}
