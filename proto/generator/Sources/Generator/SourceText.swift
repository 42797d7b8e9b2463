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

    var text: String { lines.joined(separator: "\n") + "\n" }
}
