/// A Swift source taken apart: what is code, what is comment. Every byte keeps its line and column, for what is left out
/// becomes a space, so that a search in `code` never finds a word of a comment or of a text.
///
/// Text inside `\( )` of a string literal is code. Regex literals count as code; one with a quote in it would be
/// misread, so write those with `Regex`'s builder or a raw string.
struct MaskedSwift: Sendable {
    /// Without comments and without what string literals say; their quotes stay.
    let code: String
    /// Comments, with their slashes.
    let comments: String

    var codeLines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }
    var commentLines: [Substring] { comments.split(separator: "\n", omittingEmptySubsequences: false) }

    init(_ text: String) {
        var scanner = Scanner(Array(text.utf8))
        scanner.run()
        code = String(decoding: scanner.code, as: UTF8.self)
        comments = String(decoding: scanner.comments, as: UTF8.self)
    }
}

private struct Scanner {
    private enum Mode {
        /// Code, with the parentheses open since it began.
        case code(open: Int)
        case string(hashes: Int, quotes: Int)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let hash = UInt8(ascii: "#")
    private static let slash = UInt8(ascii: "/")
    private static let star = UInt8(ascii: "*")
    private static let backslash = UInt8(ascii: "\\")
    private static let newline = UInt8(ascii: "\n")

    private let text: [UInt8]
    private var at = 0
    private var modes: [Mode] = [.code(open: 0)]
    private(set) var code: [UInt8] = []
    private(set) var comments: [UInt8] = []

    init(_ text: [UInt8]) {
        self.text = text
        code.reserveCapacity(text.count)
        comments.reserveCapacity(text.count)
    }

    mutating func run() {
        while at < text.count {
            switch modes[modes.count - 1] {
            case .code(let open): scanCode(open)
            case .string(let hashes, let quotes): scanString(hashes, quotes)
            }
        }
    }

    private mutating func scanCode(_ open: Int) {
        let byte = text[at]
        if byte == Self.slash, peek(1) == Self.slash {
            while at < text.count, text[at] != Self.newline { takeComment() }
        } else if byte == Self.slash, peek(1) == Self.star {
            blockComment()
        } else if byte == Self.quote || byte == Self.hash, let (hashes, quotes) = stringStart() {
            for _ in 0..<(hashes + quotes) { takeCode() }
            modes.append(.string(hashes: hashes, quotes: quotes))
        } else {
            if byte == UInt8(ascii: "(") { modes[modes.count - 1] = .code(open: open + 1) }
            if byte == UInt8(ascii: ")") {
                if open == 0, modes.count > 1 { modes.removeLast() } else { modes[modes.count - 1] = .code(open: open - 1) }
            }
            takeCode()
        }
    }

    private mutating func scanString(_ hashes: Int, _ quotes: Int) {
        if text[at] == Self.quote, run(of: Self.quote, from: at) >= quotes, run(of: Self.hash, from: at + quotes) >= hashes {
            for _ in 0..<(quotes + hashes) { takeCode() }
            modes.removeLast()
        } else if text[at] == Self.newline, quotes == 1 {
            modes.removeLast()
        } else if text[at] == Self.backslash, run(of: Self.hash, from: at + 1) >= hashes {
            for _ in 0...hashes { skip() }
            if peek(0) == UInt8(ascii: "(") {
                takeCode()
                modes.append(.code(open: 0))
            } else if at < text.count {
                skip()
            }
        } else {
            skip()
        }
    }

    private mutating func blockComment() {
        var depth = 0
        repeat {
            if text[at] == Self.slash, peek(1) == Self.star {
                depth += 1
                takeComment()
            } else if text[at] == Self.star, peek(1) == Self.slash {
                depth -= 1
                takeComment()
            }
            takeComment()
        } while depth > 0 && at < text.count
    }

    /// The hashes and quotes of the literal that begins here, if one does.
    private func stringStart() -> (hashes: Int, quotes: Int)? {
        let hashes = run(of: Self.hash, from: at)
        let quotes = run(of: Self.quote, from: at + hashes)
        guard quotes > 0 else { return nil }
        return (hashes, quotes >= 3 ? 3 : 1)
    }

    private func run(of byte: UInt8, from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] == byte { end += 1 }
        return end - start
    }

    private func peek(_ distance: Int) -> UInt8? {
        at + distance < text.count ? text[at + distance] : nil
    }

    private mutating func takeCode() { take(code: true, comment: false) }
    private mutating func takeComment() { take(code: false, comment: true) }
    private mutating func skip() { take(code: false, comment: false) }

    private mutating func take(code isCode: Bool, comment isComment: Bool) {
        guard at < text.count else { return }
        let byte = text[at]
        let blank = byte == Self.newline ? byte : UInt8(ascii: " ")
        code.append(isCode ? byte : blank)
        comments.append(isComment ? byte : blank)
        at += 1
    }
}
