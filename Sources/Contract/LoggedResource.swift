package import Messages

/// What changes are made to, and what the log tells before and after of. Conformances are generated.
package protocol LoggedResource: Message {
    /// Its own id; empty for what is found by others' ids, as a membership.
    var resourceID: String { get }
    /// Whose it is: the log of that organization tells of it.
    var resourceOrganization: String { get }
    /// What is different between two states; nil where it was or is not there.
    ///
    /// Left out are ids, and what the server sets by itself: times, revision, etag.
    static func differences(_ before: Self?, _ after: Self?, _ secrets: SecretHash) -> Differences
}

/// What is different between two states of a resource, field by field (rule E2).
package struct Differences: Sendable, Equatable {
    /// What anybody who reads the log may see for as long as there is one.
    package private(set) var open: [EventChange] = []
    /// What tells about a person, and goes when the person goes.
    package private(set) var personal: [EventChange] = []

    package init() {}

    package var isEmpty: Bool { open.isEmpty && personal.isEmpty }

    package enum Kind: Sendable {
        case open, personal
    }

    /// Nil and empty text are alike: there was, or is, nothing. Texts are compared by their bytes: another way to write the
    /// same accent is another name.
    package mutating func add(_ path: String, _ before: String?, _ after: String?, _ kind: Kind = .open) {
        guard let change = EventChange(path, before ?? "", after ?? "") else { return }
        switch kind {
        case .open: open.append(change)
        case .personal: personal.append(change)
        }
    }

    /// Of a secret only whether it changed, and whether it is again what it was once.
    package mutating func add(_ path: String, _ before: String?, _ after: String?, _ secrets: SecretHash) {
        add(path, secrets.text(of: before ?? "", at: path), secrets.text(of: after ?? "", at: path))
    }
}

extension EventChange {
    /// Nil when nothing is different.
    package init?(_ path: String, _ before: String, _ after: String) {
        if ExactText(before) == ExactText(after) { return nil }
        self.init(path: path, before: before, after: after)
    }
}

/// How the log names a secret's value: `hmac-sha256:` and the hash in hex, keyed with the database's own key, so that
/// who reads the log cannot find the value by trying, nor tell that two databases, or two fields, hold the same one.
package struct SecretHash: Sendable {
    private let mac: @Sendable ([UInt8]) -> [UInt8]

    /// `mac`: HMAC-SHA-256 under that key. This module stays free of cryptography.
    package init(mac: @escaping @Sendable ([UInt8]) -> [UInt8]) { self.mac = mac }

    /// Of path, a zero byte and value. Nothing is nothing.
    func text(of value: String, at path: String) -> String {
        if value.isEmpty { return "" }
        return "hmac-sha256:" + mac(Array(path.utf8) + [0] + Array(value.utf8)).hex
    }
}
