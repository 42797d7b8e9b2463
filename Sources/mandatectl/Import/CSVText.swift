/// How a row is written, so that the import's reader and a spreadsheet both have it as it was (RFC 4180).
///
/// A spreadsheet takes a field that begins with one of `=+-@`, a tab or a carriage return for a formula and runs it, and
/// names come from strangers. So such a field gets an apostrophe before it, and so does one that has apostrophes there
/// already. The reader takes exactly one away again; exports of other programs guard themselves in the same way.
enum CSVText {
    /// Without the line's end.
    static func line(_ values: [String]) -> String {
        let fields = values.map(field)
        // Nothing at all would be an empty line, which is no record.
        return fields == [""] ? "\"\"" : fields.joined(separator: ",")
    }

    /// A header and rows, each line with its end.
    static func file(_ header: [String], _ rows: [[String]]) -> String {
        ([header] + rows).map { line($0) + "\n" }.joined()
    }

    /// What a field of a file stands for.
    static func unguarded(_ text: String) -> String {
        guard text.utf8.first == apostrophe, isFormula(text) else { return text }
        return String(decoding: text.utf8.dropFirst(), as: UTF8.self)
    }

    private static func field(_ value: String) -> String {
        let guarded = isFormula(value) ? "'" + value : value
        // By bytes: to Swift a quote and the accent behind it are one character.
        guard guarded.utf8.contains(where: special.contains) || guarded.utf8.first == space || guarded.utf8.last == space
        else { return guarded }
        let doubled = guarded.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return String(decoding: [quote] + doubled + [quote], as: UTF8.self)
    }

    /// Whether a spreadsheet would run it, or would were its apostrophes gone.
    private static func isFormula(_ text: String) -> Bool {
        text.utf8.first { $0 != apostrophe }.map(leading.contains) ?? false
    }

    private static let apostrophe = UInt8(ascii: "'")
    private static let space = UInt8(ascii: " ")
    private static let quote = UInt8(ascii: "\"")
    private static let special = Set("\",\r\n".utf8)
    private static let leading = Set("=+-@\t\r".utf8)
}
