internal import Messages

/// Enums as the shell spells them: `RIGHT_SET_UP` is `set-up`.
extension MessageEnum {
    var word: String {
        rawValue == 0 ? "none" : shortName.lowercased().replacing("_", with: "-")
    }

    init?(word: String) {
        guard let found = Self.words(with: word) else { return nil }
        self = found
    }

    static var words: [String] { Self.allCases.filter { $0.rawValue != 0 }.map(\.word) }

    private static func words(with word: String) -> Self? {
        // As people write them elsewhere too: set_up.
        let wanted = word.lowercased().replacing("_", with: "-")
        return Self.allCases.first { $0.rawValue != 0 && $0.word == wanted }
    }
}
