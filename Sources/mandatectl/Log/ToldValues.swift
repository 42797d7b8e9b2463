internal import AuditDomain
internal import Messages

/// What an event tells about persons, as its readers see it: the values that the log keeps beside the leaf.
struct ToldValues {
    private static let addressPath = "origin.address"
    private static let changePrefix = "changes."

    private let values: [PersonalValue]

    init(_ values: [PersonalValue]) { self.values = values }

    /// The peer's address; empty where none is told.
    var address: String { value(Self.addressPath) ?? "" }

    /// The rest in one line, as in `justification: left, display_name: Jo → Jo Winter`.
    var text: String {
        var texts: [String] = []
        for one in values where one.path != Self.addressPath {
            guard let field = Self.field(of: one.path) else {
                texts.append("\(one.path): \(one.value)")
                continue
            }
            let before = value("\(Self.changePrefix)\(field).before")
            // Where both are told, the first of them tells both.
            if one.path.hasSuffix(".before"), value("\(Self.changePrefix)\(field).after") != nil { continue }
            let after = value("\(Self.changePrefix)\(field).after")
            texts.append("\(field): " + [before, after ?? ""].compactMap(\.self).joined(separator: " → "))
        }
        return texts.joined(separator: ", ")
    }

    /// Whether each value is what the leaf says by its commitment. Throws `Failure` with the path of one that is not.
    func verify(by leaf: Event) throws {
        var commitments: [String: Commitment] = [:]
        for one in leaf.personal { commitments[one.path] = Commitment(one.commitment) }
        for one in values {
            guard commitments.removeValue(forKey: one.path) == Commitment(path: one.path, value: one.value, salt: one.salt) else {
                throw Failure(
                    "the value at \(one.path) is not what the event committed to",
                    todo: "do not believe this value; keep this output and call whoever runs mandate-audit", status: .no)
            }
        }
    }

    /// Values that the leaf commits to and the log has no more: erased.
    func erased(of leaf: Event) -> [String] {
        leaf.personal.map(\.path).filter { value($0) == nil }
    }

    /// A line a value, for one event.
    func lines(of leaf: Event) -> [(String, String)] {
        values.map { ($0.path, $0.value) } + erased(of: leaf).map { ($0, "erased") }
    }

    private func value(_ path: String) -> String? { values.first { $0.path == path }?.value }

    /// Of a change's path: `changes.display_name.after` is of `display_name`.
    private static func field(of path: String) -> String? {
        guard path.hasPrefix(changePrefix) else { return nil }
        return path.dropFirst(changePrefix.count).split(separator: ".").dropLast().joined(separator: ".")
    }
}
