/// A use of `@unchecked Sendable`, and whether the comment above it speaks of it.
struct UncheckedSendable: Equatable {
    /// From 1.
    let line: Int
    let hasReason: Bool

    static func uses(in source: MaskedSwift) -> [UncheckedSendable] {
        guard source.code.contains("@unchecked") else { return [] }
        let (code, comments) = (source.codeLines, source.commentLines)
        return code.indices.filter { code[$0].contains("@unchecked") }.map { index in
            var above = ""
            var at = index - 1
            // Attributes and the first lines of the declaration may stand between.
            while at >= 0, isBlank(comments[at]), isBlank(code[at]) == false, code[at].contains("}") == false { at -= 1 }
            while at >= 0, isBlank(code[at]), !isBlank(comments[at]) {
                above += comments[at]
                at -= 1
            }
            return UncheckedSendable(line: index + 1, hasReason: above.contains("Sendable"))
        }
    }

    private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
}
