/// What a program acts on in an error, besides the code: one value of one package's enum of reasons
/// (`proto/mandate/*/v1/reason.proto`), of all packages in one type.
///
/// It travels as text, domain and number. Text and domain say which one it is; the number is the same for who would
/// rather switch on that. A reason of a newer peer, which this version does not know, keeps all three.
/// One word where it is known, and no allocation.
package struct ErrorReason: Sendable, Hashable {
    /// 1 to 99: every server says it; then a hundred a package. 0: none, or unknown and without a number.
    package let number: Int32
    private let foreign: Foreign?

    private indirect enum Foreign: Sendable, Hashable {
        case text(domain: String, name: String)
    }

    /// The domain of what every server says, and of metadata without a reason.
    private static let shared = "mandate.rpc"
    private static let none = "UNSPECIFIED"

    /// No reason was said.
    package static var unspecified: ErrorReason { ErrorReason(0) }

    /// Without `foreign`, of a number that this version knows.
    private init(_ number: Int32, _ foreign: Foreign?) {
        self.number = number
        self.foreign = foreign
    }

    /// Of a number that this version knows, or 0.
    init(_ number: Int32) {
        self.init(number, nil)
    }

    /// As it was read. An empty name is no reason; the number counts only where domain and name are not known.
    package init(domain: String, name: String, number: Int32) {
        if name.isEmpty || name == Self.none {
            self.init(0)
        } else if let known = Self.number(of: name), Self.domain(of: known) == domain {
            self.init(known)
        } else {
            self.init(number, .text(domain: domain, name: name))
        }
    }

    /// Who says so: the enum's package without its version, as in `mandate.identity`.
    package var domain: String {
        if case .text(let domain, _)? = foreign { return domain }
        return Self.domain(of: number) ?? Self.shared
    }

    /// The value's name without the enum's prefix, as in `NOT_FOUND`; `UNSPECIFIED` of none.
    package var name: String {
        if case .text(_, let name)? = foreign { return name }
        return Self.name(of: number) ?? Self.none
    }
}
