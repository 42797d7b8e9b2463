/// What a comment of the contract says to the person at the shell.
///
/// Comments are written for who reads the contract: rule numbers go, names with underscores become words, and what is said
/// of an enum's UNSPECIFIED too, since nobody can say that there.
enum Help {
    /// The first sentence, with its period: of a method what the command does, of a field what is asked for.
    static func first(_ comment: [String]) -> String { sentences(comment).first ?? "" }

    /// The sentences behind the first.
    static func rest(_ comment: [String]) -> String { sentences(comment).dropFirst().joined(separator: " ") }

    /// "True: oldest first." of a field is "Oldest first." of a flag.
    static func ofFlag(_ comment: [String]) -> String {
        let text = first(comment).replacing(/^True(:| if)\s+/, with: "")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// What a method of ours "returns" a command "shows".
    static func ofMethod(_ comment: [String]) -> String {
        let text = first(comment)
        return text.hasPrefix("Returns ") ? "Shows " + text.dropFirst("Returns ".count) : text
    }

    /// A text that speaks of other fields, as of `mailbox id`, with how their options are written.
    static func naming(_ options: [String: String], in text: String) -> String {
        var out = text
        // The longer first: one can be the beginning of another.
        for (words, option) in options.sorted(by: { ($0.key.count, $0.key) > ($1.key.count, $1.key) }) {
            for range in out.ranges(of: words).reversed() {
                let isWhole = [out[..<range.lowerBound].last, out[range.upperBound...].first].allSatisfy {
                    $0.map { !$0.isLetter && $0 != "-" } ?? true
                }
                if isWhole { out.replaceSubrange(range, with: option) }
            }
        }
        return out
    }

    static func sentences(_ comment: [String]) -> [String] {
        let text = comment.filter { !$0.isEmpty }.joined(separator: " ")
            .replacing(/\s*\(rules? [^)]*\)/, with: "")
            .replacing(/;[^;.]*\bUNSPECIFIED\b[^;.]*/, with: "")
        return split(text).filter { !$0.contains(/\bUNSPECIFIED\b/) }.map(words)
    }

    /// A sentence ends at a period with a capital behind the space, so not in the middle of `example.org` or `v1.1`.
    private static func split(_ text: String) -> [String] {
        var out: [String] = []
        var start = text.startIndex
        for match in text.matches(of: /[.] +(?=[A-Z])/) {
            out.append(String(text[start..<match.range.lowerBound]) + ".")
            start = match.range.upperBound
        }
        if start < text.endIndex { out.append(String(text[start...])) }
        return out
    }

    /// `display_name and external_id` to `display name and external id`.
    private static func words(_ text: String) -> String {
        text.replacing(/\b[a-z]+(_[a-z]+)+\b/) { $0.output.0.replacing("_", with: " ") }
    }
}
