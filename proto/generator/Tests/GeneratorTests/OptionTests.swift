import Foundation
import SwiftProtobuf
import Testing

@testable import Generator

/// The key and length of an option that is a message, and its bytes.
func option(_ number: Int32, _ body: WireWriter) -> [UInt8] {
    var out = WireWriter()
    out.field(number, body.bytes)
    return out.bytes
}

/// A message's bytes: texts and numbers by field.
func fields(texts: [Int32: String] = [:], numbers: [Int32: UInt64] = [:]) -> WireWriter {
    var out = WireWriter()
    for (number, value) in numbers.sorted(by: { $0.key < $1.key }) {
        out.key(number, 0)
        out.varint(value)
    }
    for (number, text) in texts.sorted(by: { $0.key < $1.key }) { out.field(number, Array(text.utf8)) }
    return out
}

@Suite struct OptionTests {
    private func method(_ bytes: [UInt8]) throws -> LogDeclaration? {
        try LogDeclaration(Google_Protobuf_MethodOptions(serializedBytes: bytes), of: "a.S.Do")
    }

    private func field(_ bytes: [UInt8]) throws -> FieldOptions {
        try FieldOptions(Google_Protobuf_FieldOptions(serializedBytes: bytes), of: "a.A.name")
    }

    @Test("what a method says of itself")
    func methods() throws {
        let log = option(
            50702,
            fields(texts: [1: "account.suspended", 2: "account", 3: "id", 4: "box", 5: "who"], numbers: [6: 1]))
        let read = try method(option(50701, fields(numbers: [1: 1])) + log)
        #expect(read?.action == "account.suspended" && read?.resourceType == "account")
        #expect(read?.target == "id" && read?.mailbox == "box" && read?.subject == "who")
        #expect(read?.takesAway == true)
        #expect(try method([]) == nil)
    }

    @Test("an option set field by field is one message")
    func parts() throws {
        let read = try method(
            option(50702, fields(texts: [1: "account.read"])) + option(50702, fields(texts: [2: "account"])))
        #expect(read?.action == "account.read" && read?.resourceType == "account")
    }

    @Test("what a field says of its values")
    func flags() throws {
        #expect(try field(fields(numbers: [50711: 1]).bytes).personal)
        #expect(try field(fields(numbers: [50712: 1]).bytes).secret)
        #expect(try field(fields(numbers: [50713: 1]).bytes).outputOnly)
        #expect(try field(fields(numbers: [50716: 1]).bytes).confidential)
        #expect(try field(fields(numbers: [50713: 0]).bytes) == FieldOptions())
        // Of somebody else.
        #expect(try field(option(1159, fields(numbers: [25: 1]))) == FieldOptions())
    }

    @Test("an option of ours that nobody reads, and bytes that are none, are refused by place")
    func refused() {
        let table: [([UInt8], String)] = [
            (option(50703, fields()), "a.S.Do: has option 50703, which the generator does not know"),
            (
                option(50702, fields(numbers: [7: 1])),
                "a.S.Do: option 50702 has a field 7, which the generator does not know"
            ),
            (fields(numbers: [50702: 1]).bytes, "a.S.Do: field 50702 of its options has another type than options.proto says"),
            (
                option(50702, fields(numbers: [1: 1])),
                "a.S.Do: field 1 of its options has another type than options.proto says"
            ),
        ]
        for (bytes, message) in table {
            let error = #expect(throws: GeneratorError.self) { try method(bytes) }
            #expect(error?.description == message)
        }
        // A text of nine bytes, of which there is none.
        var half = WireWriter()
        half.field(50702, [0x0a, 9])
        #expect(throws: GeneratorError.self) { try method(half.bytes) }
        for numbers: [Int32: UInt64] in [[50711: 1, 50712: 1], [50711: 1, 50716: 1], [50712: 1, 50716: 1]] {
            let both = #expect(throws: GeneratorError.self) { try field(fields(numbers: numbers).bytes) }
            #expect(both?.description.hasPrefix("a.A.name: is personal, secret and confidential") == true)
        }
    }

    @Test("a comment above counts, else the one behind")
    func comments() {
        var file = FileDescriptor()
        file.sourceCodeInfo.location = [
            .with {
                $0.path = [4, 0]
                $0.leadingComments = " Above.\n\n More.\n"
                $0.trailingComments = " Behind.\n"
            },
            .with {
                $0.path = [4, 1]
                $0.trailingComments = " Behind.\n"
            },
        ]
        let comments = Comments(file)
        #expect(comments[[4, 0]] == ["Above.", "", "More."])
        #expect(comments[[4, 1]] == ["Behind."])
        #expect(comments[[4, 2]] == [])
    }
}
