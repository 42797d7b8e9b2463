internal import Messages

/// Enums as the shell spells them: `ROLE_FULL_ADMIN` is `full-admin`.
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
        Self.allCases.first { $0.rawValue != 0 && $0.word == word.lowercased() }
    }
}

/// Follows page tokens until the limit, or to the end for 0.
enum Pages {
    static func collect<Element>(
        limit: Int, _ page: (_ size: Int32, _ token: String) async throws -> ([Element], String)
    ) async throws -> [Element] {
        var all: [Element] = []
        var token = ""
        repeat {
            let left = limit == 0 ? 1000 : min(1000, limit - all.count)
            let (elements, next) = try await page(Int32(left), token)
            all += elements
            token = next
        } while !token.isEmpty && (limit == 0 || all.count < limit)
        return all
    }
}
