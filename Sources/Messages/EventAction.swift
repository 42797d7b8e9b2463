/// What an event says was done, from a closed list (`eventActions.swift`, made of the contract): no free text can be one.
///
/// It travels as text in `Event.action`. The list is that of this version: a log keeps what a newer source sends, and who
/// looks for such an action asks a server that knows it.
package struct EventAction: Sendable, Hashable {
    /// Past tense, dotted, as in `delegation.granted`.
    package let name: String

    init(_ name: String) { self.name = name }

    /// Nil for a name that is in no list.
    package init?(named name: String) {
        guard let known = Self.all.first(where: { $0.name == name }) else { return nil }
        self = known
    }

    /// What the action is of, with the dot: `delegation.` looks for all that begins so.
    package var prefix: String { String(name.prefix { $0 != "." }) + "." }

    /// Whether the text looks for anything: an action, or the beginning of one with its dot.
    package static func finds(_ text: String) -> Bool {
        let bytes = text.utf8
        return all.contains { action in
            bytes.last == UInt8(ascii: ".") ? action.prefix.utf8.elementsEqual(bytes) : action.name.utf8.elementsEqual(bytes)
        }
    }

    /// The actions and beginnings that are most like a text that looks for nothing: at most three, the nearest first.
    package static func nearest(to text: String) -> [String] {
        let bytes = Array(text.utf8.prefix(64))
        let known = Set(all.flatMap { [$0.name, $0.prefix] })
        let ranked = known.map { (distance: distance(bytes, Array($0.utf8)), name: $0) }.sorted { $0 < $1 }
        return ranked.prefix(3).map(\.name)
    }

    /// How many bytes must be put in, taken out or changed (Levenshtein).
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, byte) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (byte == other ? 0 : 1))
                diagonal = above
            }
        }
        return row[b.count]
    }
}
