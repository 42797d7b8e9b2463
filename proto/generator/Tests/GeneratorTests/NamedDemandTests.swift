import SwiftProtobuf
import Testing

@testable import Generator

/// A contract whose one method is by a value of its request.
private struct Asking {
    /// As `Access.by`.
    var by = "kind"
    var log: [Int32: String] = [1: "thing.read"]
    var request = [field("kind", enumeration: "mandate.a.v1.Kind", definedOnly: true)]
    /// Scopes of UNSPECIFIED and COMMON; empty for none.
    var values = ["common", "rare"]
    /// Of Thing's fields; empty for none.
    var thing = [("first", "common"), ("second", "rare"), ("third", "")]
    var settable = "first second"

    private func demand(_ number: Int32, _ scope: String) -> [UInt8] {
        scope.isEmpty ? [] : option(number, fields(texts: [1: scope], numbers: [2: 2]))
    }

    var set: Google_Protobuf_FileDescriptorSet {
        get throws {
            var things = thing.map { field($0.0, .string) }
            for (index, entry) in thing.enumerated() { try things[index].options.merge(serializedBytes: demand(50715, entry.1)) }
            var mask = field("update_mask", "google.protobuf.FieldMask")
            try mask.options.merge(serializedBytes: fields(texts: settable.isEmpty ? [:] : [50714: settable]).bytes)
            var asked = message("Ask")
            asked.field = request + [field("thing", "mandate.a.v1.Thing"), mask, field("name", .string)]
            for index in asked.field.indices { asked.field[index].number = Int32(index + 1) }
            var all = message("Thing")
            all.field = things
            for index in all.field.indices { all.field[index].number = Int32(index + 1) }
            var file = file("a", asked, all)
            file.enumType = [
                try .with {
                    $0.name = "Kind"
                    $0.value = try zip(["UNSPECIFIED", "RARE"], values).enumerated().map { index, value in
                        try .with {
                            $0.name = "KIND_\(value.0)"
                            $0.number = Int32(index)
                            try $0.options.merge(serializedBytes: demand(50731, value.1))
                        }
                    }
                }
            ]
            let access = fields(texts: by.isEmpty ? [:] : [6: by], numbers: [1: 1])
            file.service = [
                try .with {
                    $0.name = "AskService"
                    $0.method = [
                        try .with {
                            $0.name = "Do"
                            $0.inputType = ".mandate.a.v1.Ask"
                            $0.outputType = ".mandate.a.v1.Ask"
                            try $0.options.merge(
                                serializedBytes: option(50701, access) + (log.isEmpty ? [] : option(50702, fields(texts: log))))
                        }
                    ]
                }
            ]
            return contract(rulesFile, file)
        }
    }

    /// The lines of `demandsNamed`, without what stands in front of each.
    var written: [String] {
        get throws {
            let text = try #require(try Generation(set).contract["a.v1.a.AskService.changes.swift"])
            let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
            return lines.drop { !$0.hasPrefix("package var demandsNamed") }.dropFirst().map(String.init)
        }
    }
}

private func field(_ name: String, enumeration type: String, definedOnly: Bool) -> FieldDescriptor {
    var out = field(name, .enum)
    out.typeName = ".\(type)"
    // FieldRules.enum.defined_only.
    if definedOnly { out.setRules(body(16, body(2, 1))) }
    return out
}

@Suite struct NamedDemandTests {
    @Test("what each value of an enum needs")
    func values() throws {
        var asking = Asking()
        asking.thing = [("first", "")]
        #expect(
            try asking.written.prefix(5) == [
                "switch kind {", "case .unspecified: [AccessDemand(scope: \"common\", level: .edit)]",
                "case .rare: [AccessDemand(scope: \"rare\", level: .edit)]", "default: []", "}",
            ])
        let table = try Generation(asking.set).methodTable
        #expect(table.contains("what `kind` names (common: 2 for UNSPECIFIED; rare: 2 for RARE)"))
    }

    @Test("what each field of a mask needs; what is no field of it is the method's to refuse")
    func masks() throws {
        var asking = Asking()
        asking.by = "update_mask"
        asking.values = ["", ""]
        #expect(
            try asking.written.prefix(7) == [
                "(updateMask?.paths ?? []).flatMap { path -> [AccessDemand] in", "switch path {",
                "case \"first\": [AccessDemand(scope: \"common\", level: .edit)]",
                "case \"second\": [AccessDemand(scope: \"rare\", level: .edit)]", "default: []", "}", "}",
            ])
        let source = try #require(try Generation(asking.set).contract["a.v1.a.AskService.swift"])
        #expect(source.contains(", by: \"update_mask\")"))
    }

    /// A contract that is refused, by what is changed of one that is not, and what is said.
    private func refusal(_ change: (inout Asking) -> Void) -> String? {
        var asking = Asking()
        asking.thing = [("first", "")]
        change(&asking)
        do {
            _ = try Generation(asking.set)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("a value that could be named and would need nothing, and a demand that nothing asks for, are refused by place")
    func refused() {
        #expect(refusal { _ in } == nil)
        let kind = "mandate.a.v1.Kind"
        #expect(refusal { $0.values = ["", "rare"] }?.hasPrefix("\(kind).KIND_UNSPECIFIED: can be named by") == true)
        #expect(refusal { $0.values = ["common", ""] }?.hasPrefix("\(kind).KIND_RARE: can be named by") == true)
        #expect(
            refusal { $0.request = [field("kind", enumeration: kind, definedOnly: false)] }?
                .contains("must be enum.defined_only") == true)
        #expect(refusal { $0.by = "name" }?.contains("neither an enum nor an update mask") == true)
        #expect(refusal { $0.by = "nothing" }?.contains("has no field nothing") == true)
        #expect(refusal { $0.log = [:] }?.contains("the log has no name for it") == true)
        #expect(refusal { $0.by = "" }?.hasPrefix("\(kind).KIND_UNSPECIFIED: has a demand, and no method") == true)
        #expect(refusal { $0.thing = [("first", "common")] }?.hasPrefix("mandate.a.v1.Thing.first: has a demand, and no") == true)
        func masked(_ change: (inout Asking) -> Void) -> String? {
            refusal { asking in
                asking.by = "update_mask"
                asking.values = ["", ""]
                asking.thing = Asking().thing
                change(&asking)
            }
        }
        #expect(masked { _ in } == nil)
        #expect(masked { $0.settable = "" }?.contains("does not say which fields it can name") == true)
        #expect(masked { $0.settable = "first third" }?.contains("Thing.third: can be named by") == true)
        #expect(masked { $0.settable = "first" }?.contains("Thing.second: has a demand, and") == true)
        #expect(masked { $0.settable = "first second fourth" }?.contains("Thing.fourth: is settable, and no field") == true)
        #expect(masked { $0.log[2] = "other" }?.contains("its request has no other to change") == true)
    }

    @Test("a demand of half is refused")
    func half() {
        for body in [fields(texts: [1: "a"]), fields(numbers: [2: 1]), fields(texts: [1: "a"], numbers: [2: 3])] {
            #expect(throws: GeneratorError.self) {
                try FieldOptions(Google_Protobuf_FieldOptions(serializedBytes: option(50715, body)), of: "a.A.name")
            }
            #expect(throws: GeneratorError.self) {
                try AccessDeclaration.Demand(
                    Google_Protobuf_EnumValueOptions(serializedBytes: option(50731, body)), of: "a.A.NAME")
            }
        }
    }
}
