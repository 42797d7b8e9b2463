/// An enum of the contract. Numbers this version does not know are kept.
package protocol MessageEnum: Sendable, Hashable {
    init(rawValue: Int32)
    var rawValue: Int32 { get }

    /// The known values, as the `.proto` file lists them.
    static var allCases: [Self] { get }

    /// In front of every value's name, as in `RIGHT_`.
    static var protoPrefix: String { get }

    /// As in `RIGHT_OPEN`; of an unknown number its decimal digits.
    var protoName: String { get }

    /// Nil for a name that is not of this enum.
    init?(protoName: String)
}

extension MessageEnum {
    /// The name without the enum's prefix, as in `OPEN`.
    package var shortName: String {
        if case let name = protoName, name.hasPrefix(Self.protoPrefix) {
            return String(name.dropFirst(Self.protoPrefix.count))
        }
        return protoName
    }

    /// Nil for a name that is not of this enum.
    package init?(shortName: String) {
        self.init(protoName: Self.protoPrefix + shortName)
    }
}
