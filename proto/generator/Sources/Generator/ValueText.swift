/// A field's value as text in Swift. The words used stand in mandatectl's Texts and Words.
struct ValueText {
    let field: Field

    /// A field of an enum whose values' comments are told to the person.
    static let warnings = "warnings"

    init(_ field: Field) {
        self.field = field
    }

    /// - Parameter prefix: how the message is reached, as in `$0.mailbox?.`; empty for self.
    func text(of prefix: String) -> String {
        let name = prefix + Names.escaped(field.name)
        let isChained = prefix.contains("?")
        let absent = isChained ? " ?? \"\"" : ""
        if field.repeated {
            let texts =
                switch field.type {
                case .enumeration where field.protoName == Self.warnings: name + ".map(\\.sentence).joined(separator: \" \")"
                case .enumeration: name + ".words"
                // A way from one group to the next.
                case .text where field.protoName.hasPrefix("through_"): name + ".joined(separator: \" > \")"
                case .text: name + ".joined(separator: \" \")"
                case .bytes: name + ".map(\\.hex).joined(separator: \" \")"
                case .scalar, .message: name + ".map(\\.text).joined(separator: \" \")"
                }
            return texts + absent
        }
        return switch field.type {
        case .text: (field.protoName == "address" ? prefix + "addressText" : name) + absent
        case .enumeration, .scalar(.bool): name + ".word" + absent
        case .scalar: name + ".text" + absent
        case .bytes: name + ".hex" + absent
        case .message: name + "?.text ?? \"\""
        }
    }
}
