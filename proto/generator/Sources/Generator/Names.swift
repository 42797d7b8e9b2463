/// How names of the contract become names of Swift and of protobuf-c.
enum Names {
    /// Types that would clash with a common word of Swift or of module RPC,
    /// or with the same word in another package.
    static let renamed: [String: String] = [
        "mandate.rpc.v1.Message": "StreamMessage",  // the protocol of all messages is Message
        "mandate.rpc.v1.Status": "WireStatus",  // RPC.Status is what handlers throw
        "mandate.rpc.v1.Metadata": "MetadataEntry",  // one pair, not all of them
        "mandate.feed.v1.Transaction": "FeedTransaction",  // SQL has transactions too
        "google.protobuf.Duration": "WireDuration",  // Swift.Duration
        "google.protobuf.Any": "AnyMessage",  // Swift's Any
    ]

    /// In front of the names of a package whose names another package has too.
    static let prefixes: [String: String] = ["grpc.reflection.v1alpha": "Alpha"]

    /// A message's, enum's or service's name in Swift. `scope` is its package, or the message around it.
    static func swift(_ name: String, in scope: String) -> String {
        renamed["\(scope).\(name)"] ?? (prefixes[scope] ?? "") + name
    }

    /// Words a top-level type must not take: Swift's own, and those of module Messages.
    static let taken: Set<String> = [
        "Any", "AnyObject", "Array", "Bool", "Character", "Collection", "Dictionary", "Double",
        "Duration", "Error", "Float", "Int", "Int32", "Int64", "Never", "Optional", "Protocol",
        "Range", "Result", "Self", "Sequence", "Set", "String", "Task", "Type", "UInt32", "UInt64",
        "Void", "Arena", "CBacked", "Encoding", "ErrorReason", "Message", "MessageEnum", "MessageError", "Patterns",
        "Read", "Violations",
    ]

    /// Words with a meaning even behind a dot: no field can have them.
    static let keptBehindDots: Set<String> = ["init", "self"]

    /// `frame_bytes_max` to `frameBytesMax`; also from UPPER_SNAKE.
    static func lowerCamel(_ name: String) -> String {
        let words = name.split(separator: "_").map { $0.lowercased() }
        guard let first = words.first else { return name }
        // A name that is camel case already has no underscore and keeps its capitals.
        if words.count == 1, name.contains(where: \.isLowercase), let head = name.first {
            return head.lowercased() + name.dropFirst()
        }
        return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    static func upperCamel(_ name: String) -> String {
        let lower = lowerCamel(name)
        return lower.prefix(1).uppercased() + lower.dropFirst()
    }

    /// `GoawayReason` to `GOAWAY_REASON`.
    static func upperSnake(_ name: String) -> String {
        var out = ""
        for character in name {
            if character.isUppercase, !out.isEmpty { out.append("_") }
            out += character.uppercased()
        }
        return out
    }

    /// In backticks where Swift would read a keyword.
    static func escaped(_ name: String) -> String {
        keywords.contains(name) ? "`\(name)`" : name
    }

    /// As text between quotes of Swift source.
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case _ where scalar.value < 0x20: out += "\\u{\(String(scalar.value, radix: 16))}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    private static let keywords: Set<String> = [
        "Any", "Protocol", "Self", "Type", "as", "associatedtype", "break", "case", "catch",
        "class", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
        "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
        "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
        "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct",
        "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var",
        "where", "while",
    ]
}
