/// The names protoc-gen-c gives (c_helpers.cc of protobuf-c 1.4.1).
enum CNames {
    /// `mandate.rpc.v1.HalfClose` to `Mandate__Rpc__V1__HalfClose`.
    static func type(_ fullName: String) -> String {
        fullName.split(separator: ".").map { camel(String($0)) }.joined(separator: "__")
    }

    /// `mandate.rpc.v1.HalfClose` to `mandate__rpc__v1__half_close`.
    static func function(_ fullName: String) -> String {
        fullName.split(separator: ".").map { lower(String($0)) }.joined(separator: "__")
    }

    /// A member of a struct: lower case, with an underscore behind what C++ reserves.
    static func member(_ name: String) -> String {
        let lowered = name.lowercased()
        return reserved.contains(lowered) ? lowered + "_" : lowered
    }

    /// The member that says which alternative of a oneof is set.
    static func oneofCase(_ name: String) -> String { lower(name) + "_case" }

    private static func camel(_ name: String) -> String {
        var out = ""
        var upperNext = true
        for character in name {
            if character == "_" {
                upperNext = true
            } else if upperNext {
                out += character.uppercased()
                upperNext = false
            } else {
                out.append(character)
            }
        }
        return out
    }

    private static func lower(_ name: String) -> String {
        var out = ""
        var wasUpper = true
        for character in name {
            if character.isUppercase, !wasUpper { out.append("_") }
            out += character.lowercased()
            wasUpper = character.isUppercase
        }
        return out
    }

    private static let reserved: Set<String> = [
        "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch",
        "char", "class", "compl", "const", "const_cast", "continue", "default", "delete", "do",
        "double", "dynamic_cast", "else", "enum", "explicit", "extern", "false", "float", "for",
        "friend", "goto", "if", "inline", "int", "long", "mutable", "namespace", "new", "not",
        "not_eq", "operator", "or", "or_eq", "private", "protected", "public", "register",
        "reinterpret_cast", "return", "short", "signed", "sizeof", "static", "static_cast",
        "struct", "switch", "template", "this", "throw", "true", "try", "typedef", "typeid",
        "typename", "union", "unsigned", "using", "virtual", "void", "volatile", "wchar_t",
        "while", "xor", "xor_eq",
    ]
}
