internal import ArgumentParser

/// A role as the shell spells it: its id, or its word where it is built in, as `full-admin` or `full_admin`.
struct RoleName: ExpressibleByArgument {
    let id: String

    /// Whether there is such a role the server says; here only how it is written is looked at.
    init?(argument: String) {
        let word = argument.lowercased().replacing("-", with: "_")
        guard word.utf8.allSatisfy({ Self.characters.contains($0) }), !word.isEmpty else { return nil }
        id = word.hasPrefix("rol_") ? word : "rol_" + word
    }

    private static let characters = Set("abcdefghijklmnopqrstuvwxyz0123456789_".utf8)

    static var allValueStrings: [String] { ["full-admin", "policy-admin", "support", "auditor"] }
}
