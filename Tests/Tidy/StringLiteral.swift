/// A text that a Swift source says, with a word in the place of what is put into it at run time.
struct StringLiteral: Equatable {
    /// From 1.
    let line: Int
    let text: String

    /// Stands for `\( )`.
    static let interpolated = "interpolated"

    /// Every literal, those within interpolations before the one around them.
    static func all(in source: String, _ masked: MaskedSwift) -> [StringLiteral] {
        var reader = LiteralReader(text: Array(source.utf8), code: Array(masked.code.utf8))
        return reader.run()
    }
}

private struct LiteralReader {
    let text: [UInt8]
    /// The same bytes where they are code, else spaces.
    let code: [UInt8]
    private var found: [StringLiteral] = []
    private var at = 0

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let newline = UInt8(ascii: "\n")

    init(text: [UInt8], code: [UInt8]) {
        self.text = text
        self.code = code
    }

    mutating func run() -> [StringLiteral] {
        while at < code.count {
            if code[at] == Self.quote { literal() } else { at += 1 }
        }
        return found
    }

    /// From its opening quotes to behind its closing ones.
    private mutating func literal() {
        let start = at
        let open = quotes()
        // Two are an empty one.
        let length = open >= 3 ? 3 : 1
        if open == 2 || open == 6 {
            at += open
            return
        }
        at += length
        var content: [UInt8] = []
        while at < text.count, !(code[at] == Self.quote && quotes() >= length) {
            if text[at] == Self.backslash, at + 1 < text.count, code[at + 1] == UInt8(ascii: "(") {
                at += 1
                interpolation()
                content += StringLiteral.interpolated.utf8
            } else if text[at] == Self.backslash {
                content.append(UInt8(ascii: " "))
                at += 2
            } else {
                content.append(text[at])
                at += 1
            }
        }
        at += length
        let line = 1 + text[..<start].count { $0 == Self.newline }
        found.append(StringLiteral(line: line, text: String(decoding: content, as: UTF8.self)))
    }

    private mutating func interpolation() {
        var depth = 0
        repeat {
            switch code[at] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case Self.quote:
                literal()
                continue
            default: break
            }
            at += 1
        } while depth > 0 && at < code.count
    }

    private func quotes() -> Int { code[at...].prefix { $0 == Self.quote }.count }
}
