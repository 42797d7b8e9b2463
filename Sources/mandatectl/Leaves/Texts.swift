internal import IdentityDomain
internal import Messages

// Values of the contract as they stand in lines and tables.

extension Bool {
    var word: String { self ? "yes" : "no" }
}

extension FixedWidthInteger {
    var text: String { String(self) }
}

extension WireDuration {
    var text: String { duration.map { "\($0)" } ?? "" }
}

extension [UInt8] {
    var hex: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Array where Element: MessageEnum {
    var words: String { map(\.word).joined(separator: " ") }
}

/// What has an address.
protocol Addressed {
    var address: String { get }
}

extension Addressed {
    /// As given, and as mail servers take it where that is another. Where the contract has no A-labels of it, they are made
    /// here by the rule by which identity made them.
    var addressText: String { EmailAddress.shown(address, (try? EmailAddress(address))?.ascii ?? "") }
}

extension FieldMask {
    /// Of the fields that something was said of; nothing at all is no change.
    init(_ fields: [(path: String, isGiven: Bool)]) throws(Failure) {
        self.init(paths: fields.filter(\.isGiven).map(\.path))
        guard paths.isEmpty else { return }
        let options = fields.map { "--" + $0.path.replacing("_", with: "-") }
        throw Failure("nothing is said that is to change", todo: "say \(options.joined(separator: " or "))")
    }
}
