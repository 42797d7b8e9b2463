import SwiftProtobuf
import Testing

@testable import Generator

/// Numbers: 25 required, 27 ignore, 4 int64, 14 string, 15 bytes, 16 enum, 18 repeated, 22 timestamp.
@Suite struct RuleTests {
    static let refusals: [(Google_Protobuf_FileDescriptorSet, String)] = [
        (ruled(field("a", .string, body(14, body(12, 1)))), "a: the generator does not know the rule string.number 12"),
        (ruled(field("a", .string, body(14, body(2, "x")))), "a: the generator does not know the rule string.min_len"),
        (ruled(field("a", .int64, body(4, body(1, 3)))), "a: the generator does not know the rule int64.number 1"),
        (ruled(field("a", .string, body(19, []))), "a: the generator does not know the rule number 19"),
        (ruled(field("a", .string, body(23, "cel"))), "a: the generator does not know the rule number 23"),
        (
            ruled(field("a", .string, body(27, 3))),
            "a: the generator does not know the rule ignore, of another kind than IGNORE_IF_ZERO_VALUE"
        ),
        (ruled(field("a", .string, body(25, 1) + body(27, 1))), "a: required, and ignored when it is not there"),
        (ruled(field("a", .string, body(4, body(5, 1)))), "a: rules of int64 do not fit the field's type"),
        (ruled(field("a", .sint64, body(4, body(5, 1)))), "a: rules of int64 do not fit the field's type"),
        (ruled(field("a", .bytes, body(14, body(3, 1)))), "a: rules of string do not fit the field's type"),
        (ruled(field("a", .string, body(22, []))), "a: rules of timestamp do not fit the field's type"),
        (ruled(field("a", .string, body(18, body(1, 1)))), "a: rules of repeated, and it is not repeated"),
        (
            ruled(field("a", .string, body(14, body(3, 1)), repeated: true)),
            "a: rules of string do not fit the field's type"
        ),
        (
            ruled(field("a", .string, body(18, body(4, body(4, body(5, 1)))), repeated: true)),
            "a[]: rules of int64 do not fit the field's type"
        ),
        (
            ruled(field("a", .string, body(18, body(3, 1)), repeated: true)),
            "a: the generator does not know the rule repeated.number 3"
        ),
        (
            ruled(field("a", .string, body(14, body(2, 5) + body(3, 4)))),
            "a: string.min_len and string.max_len leave nothing between them"
        ),
        (
            ruled(field("a", .int64, body(4, body(5, 1) + body(3, UInt64(bitPattern: -1))))),
            "a: int64.gte and int64.lte leave nothing between them"
        ),
        (
            ruled(field("a", .string, body(14, body(3, 1 << 40)))),
            "a: string.max_len is beyond any message"
        ),
        (ruled(field("a", .string, body(14, body(6, "a")))), "a: the pattern a: does not begin with ^"),
        (ruled(field("a", .string, [14 << 3 | 2, 9])), "a: its rules are broken"),
    ]

    @Test("refused by message and field", arguments: refusals)
    func refused(_ set: Google_Protobuf_FileDescriptorSet, _ why: String) {
        let error = #expect(throws: GeneratorError.self) { try Generation(set) }
        #expect(error?.description == "mandate.a.v1.A.\(why)")
    }

    @Test("a rule of a oneof that is not known is refused")
    func oneof() throws {
        var set = ruled(field("a", .string))
        set.file[1].messageType[0].field[0].oneofIndex = 0
        var oneof = Google_Protobuf_OneofDescriptorProto()
        oneof.name = "one"
        oneof.options = try Google_Protobuf_OneofOptions(serializedBytes: body(1159, body(2, 1)))
        set.file[1].messageType[0].oneofDecl = [oneof]
        let error = #expect(throws: GeneratorError.self) { try Generation(set) }
        #expect(error?.description == "mandate.a.v1.A.one: the generator does not know the rule oneof.number 2")
        set.file[1].messageType[0].oneofDecl[0].clearOptions()
        set.file[1].messageType[0].field[0].setRules(body(25, 1))
        let required = #expect(throws: GeneratorError.self) { try Generation(set) }
        #expect(required?.description == "mandate.a.v1.A.a: required of one field of a oneof: then the oneof is none")
    }

    @Test("the check of each kind of rule")
    func source() throws {
        let set = ruled(
            field("id", .string, body(25, 1) + body(14, body(6, "^a_[0-9]{2}$"))),
            field("name", .string, body(14, body(3, 200))),
            field("key", .bytes, body(27, 1) + body(15, body(13, 32))),
            field("size", .int64, body(4, body(5, UInt64(bitPattern: -2)))),
            field("parts", .string, body(18, body(2, 9) + body(4, body(14, body(2, 1)))), repeated: true))
        let text = try #require(try Generation(set).messages["a.v1.a.swift"])
        let check = try #require(text.range(of: "extension A {\n"))
        #expect(text[check.lowerBound...] == Self.expected)
    }

    static let expected = """
        extension A {
            package func check(_ violations: inout Violations) {
                if self.id.isEmpty {
                    violations.addMissing("id")
                } else {
                    if !Patterns.a(self.id) {
                        violations.add("id", .invalidField, "string.pattern: as in ^a_[0-9]{2}$")
                    }
                }
                if self.name.hasMoreScalars(than: 200) {
                    violations.add("name", .tooLong, "string.max_len: at most 200 characters")
                }
                if !self.key.isEmpty {
                    if self.key.count != 32 {
                        violations.add("key", self.key.isEmpty ? .missingField : .invalidField, "bytes.len: exactly 32 bytes")
                    }
                }
                if self.size < -2 {
                    violations.add("size", .invalidField, "int64.gte: at least -2")
                }
                if self.parts.count > 9 {
                    violations.add("parts", .tooLong, "repeated.max_items: at most 9 elements")
                }
                for index in self.parts.indices where !violations.isFull {
                    let start = violations.count
                    let value = self.parts[index]
                    if value.hasFewerScalars(than: 1) {
                        violations.add("", .missingField, "string.min_len: at least 1 character")
                    }
                    violations.place(from: start, in: "parts", index)
                }
            }
        }

        """

    @Test("what holds a message with rules is checked, and a message without rules is not")
    func inside() throws {
        let inner = message("Inner", field("a", .string, body(25, 1)))
        let outer = message("Outer", field("inner", "mandate.a.v1.Inner"), field("free", "mandate.a.v1.Free"))
        let set = contract(rulesFile, file("a", inner, outer, message("Free", field("a", .string))))
        let text = try #require(try Generation(set).messages["a.v1.a.swift"])
        #expect(text.contains("value.check(&violations)\n            violations.place(from: start, in: \"inner\")"))
        #expect(!text.contains("extension Free {") && !text.contains("\"free\""))
        #expect(try Generation(set).messages["patterns.swift"] == nil)
    }

    @Test("rules that are said one by one are one option")
    func parts() throws {
        var options = body(1159, body(25, 1)) + body(1159, body(14, body(3, 9)))
        options += body(1159, body(14, body(4, 2)))
        let rules = try RuleReading(names: RuleNames(contract(rulesFile)))
            .field(options, .text, repeated: false, "A.a")
        #expect(
            rules
                == FieldRules(
                    required: true,
                    rules: [
                        Rule(name: "string.max_len", demand: .length(.atMost, .scalars, 9)),
                        Rule(name: "string.min_bytes", demand: .length(.atLeast, .utf8, 2)),
                    ]))
    }

    @Test("times are told as RFC 3339 tells them")
    func times() throws {
        let words = RuleWords(schema: Schema(), type: .message("google.protobuf.Timestamp"))
        for (seconds, nanos, text) in [
            (Int64(-62_135_596_800), Int32(0), "0001-01-01T00:00:00Z"),
            (253_402_300_799, 999_999_999, "9999-12-31T23:59:59.999999999Z"),
            (951_782_400, 0, "2000-02-29T00:00:00Z"), (-1, 0, "1969-12-31T23:59:59Z"),
        ] {
            #expect(words.of(.time(.atLeast, seconds: seconds, nanos: nanos)) == "not before \(text)")
        }
    }

    @Test("the file of rules is no part of what is sent")
    func stripped() throws {
        var set = ruled(field("a", .string, body(14, body(3, 9))))
        set.file[1].dependency = [RuleNames.file]
        let out = try Stripping.strip(set)
        #expect(out.file.map(\.name) == ["mandate/a/v1/a.proto"])
        #expect(out.file[0].dependency.isEmpty && out.file[0].messageType[0].field[0].options.unknownFields.data.isEmpty)
    }
}
