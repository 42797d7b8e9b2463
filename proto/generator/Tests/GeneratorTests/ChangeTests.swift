import SwiftProtobuf
import Testing

@testable import Generator

/// A contract of things that can be changed, as small as one can be.
private struct Things {
    var log: [Int32: String] = [1: "thing.renamed", 2: "thing", 3: "thing.id"]
    var takesAway = false
    /// The access' path of the unit that is touched.
    var unit = ""
    /// Of an account, and it changes something.
    var access: [Int32: UInt64] = [1: 1, 5: 1]
    var request: [FieldDescriptor] = [
        field("thing", "mandate.a.v1.Thing"), field("request_id", .string), field("validate_only", .bool),
    ]
    var response: [FieldDescriptor] = [
        field("thing", "mandate.a.v1.Thing"), field("event_id", .string), field("consistency_token", .string),
    ]
    var thing: [FieldDescriptor] = [
        field("id", .string), field("organization_id", .string), field("display_name", .string), field("etag", .string),
    ]

    var set: Google_Protobuf_FileDescriptorSet {
        get throws {
            var file = file("a")
            file.messageType = [
                numbered("Thing", thing), numbered("RenameRequest", request), numbered("RenameResponse", response),
            ]
            file.service = [
                try .with {
                    $0.name = "ThingService"
                    $0.method = [
                        try .with {
                            $0.name = "Rename"
                            $0.inputType = ".mandate.a.v1.RenameRequest"
                            $0.outputType = ".mandate.a.v1.RenameResponse"
                            try $0.options.merge(
                                serializedBytes: option(50701, fields(texts: unit.isEmpty ? [:] : [9: unit], numbers: access))
                                    + option(50702, fields(texts: log, numbers: takesAway ? [6: 1] : [:])))
                        }
                    ]
                }
            ]
            return contract(file)
        }
    }

    private func numbered(_ name: String, _ fields: [FieldDescriptor]) -> MessageDescriptor {
        .with {
            $0.name = name
            $0.field = fields
            for index in $0.field.indices { $0.field[index].number = Int32(index + 1) }
        }
    }

    var changes: String {
        get throws { try #require(try Generation(set).contract["a.v1.a.ThingService.changes.swift"]) }
    }
}

/// A field with an option that is true.
func field(_ name: String, _ type: FieldDescriptor.TypeEnum, option number: Int32) throws -> FieldDescriptor {
    var out = field(name, type)
    try out.options.merge(serializedBytes: fields(numbers: [number: 1]).bytes)
    return out
}

@Suite struct ChangeTests {
    @Test("a change, as the log names it and as it is repeated")
    func whole() throws {
        #expect(
            try Things().changes == """
                // Generated from mandate/a/v1/a.proto by proto/generate. Do not edit.

                package import Messages

                extension RenameRequest: ChangeRequest {
                    package var justification: String { "" }
                    package var etag: String { "" }
                    package var occurrence: Occurrence {
                        Occurrence(
                            .thingRenamed,
                            "thing",
                            thing?.id ?? "",
                            requestID: requestId,
                            validateOnly: validateOnly)
                    }
                    package var organizationNamed: String {
                        thing?.organizationId ?? ""
                    }
                }

                extension RenameResponse: ChangeAnswer {
                    package var unchanged: Bool { false }
                }

                """)
    }

    @Test("the method's descriptor says it too")
    func descriptor() throws {
        var things = Things()
        things.takesAway = true
        let text = try #require(try Generation(things.set).contract["a.v1.a.ThingService.swift"])
        #expect(
            text.contains(
                "log: MethodLog(action: \"thing.renamed\", resourceType: \"thing\", target: \"thing.id\", takesAway: true))\n"))
    }

    @Test("what takes away, an update and its etag, what can find nothing to do")
    func more() throws {
        var things = Things()
        things.takesAway = true
        things.request += [field("update_mask", "google.protobuf.FieldMask"), field("justification", .string)]
        things.response.append(field("unchanged", .bool))
        let text = try things.changes
        #expect(text.contains("package static var takesAway: Bool { true }"))
        #expect(text.contains("package var etag: String { thing?.etag ?? \"\" }"))
        #expect(text.contains("justification: justification,"))
        #expect(text.contains("extension RenameResponse: ChangeAnswer {}"))
        // What an update says of the organization is held against the row's own.
        #expect(!text.contains("organizationNamed"))
    }

    @Test("the unit that is touched is the field that the access names; one that is not there is refused")
    func unit() throws {
        var things = Things()
        things.thing.append(field("unit_id", .string))
        #expect(try !things.changes.contains("unitNamed"))
        things.unit = "thing.unit_id"
        #expect(try things.changes.contains("package var unitNamed: String {\n        thing?.unitId ?? \"\"\n    }"))
        things.unit = "unit_id"
        #expect(throws: GeneratorError.self) { try things.changes }
    }

    @Test("it is done to what the action names first, unless something else is said")
    func resourceType() throws {
        var things = Things()
        things.log[2] = nil
        #expect(try things.changes == Things().changes)
    }

    @Test("what only reads has a name for its denials")
    func reading() throws {
        var things = Things()
        things.request = [field("organization_id", .string), field("page_token", .string)]
        things.log = [1: "thing.listed", 2: "organization", 3: "organization_id", 4: "organization_id", 5: "organization_id"]
        let text = try things.changes
        #expect(text.contains("extension RenameRequest: PagedRequest {}"))
        #expect(text.contains("extension RenameRequest: LoggedRequest {"))
        #expect(text.contains("organizationId,\n            mailbox: organizationId,\n            subject: organizationId)"))
        #expect(!text.contains("ChangeAnswer"))
    }

    @Test("a target in a oneof is there when it was chosen")
    func oneof() throws {
        var things = Things()
        things.request = [field("thing_id", .string), field("address", .string)]
        for index in things.request.indices { things.request[index].oneofIndex = 0 }
        things.log[3] = "thing_id"
        var set = try things.set
        set.file[0].messageType[1].oneofDecl = [.with { $0.name = "key" }]
        let text = try #require(try Generation(set).contract["a.v1.a.ThingService.changes.swift"])
        #expect(text.contains("{ () -> String? in if case .thingId(let value)? = key { value } else { nil } }() ?? \"\")"))
    }

    @Test("what is wrong with a method's log is said by its name")
    func refused() {
        let table: [(String, (inout Things) -> Void)] = [
            ("thing.name: mandate.a.v1.Thing has no field name", { $0.log[3] = "thing.name" }),
            ("thing_id: mandate.a.v1.RenameRequest has no field thing_id", { $0.log[5] = "thing_id" }),
            ("request_id.id: request_id is no message, so it has no id", { $0.log[4] = "request_id.id" }),
            ("thing.: mandate.a.v1.Thing has no field ", { $0.log[3] = "thing." }),
            ("thing is no text", { $0.log[3] = "thing" }),
            (
                "ids: ids is a list",
                {
                    $0.request.append(
                        .with {
                            $0 = field("ids", .string); $0.label = .repeated
                        })
                    $0.log[3] = "ids"
                }
            ),
            ("the log's action is a resource, a dot and what was done, as in account.suspended", { $0.log[1] = "renamed" }),
            ("the log's action is a resource, a dot and what was done, as in account.suspended", { $0.log[1] = "Thing.x" }),
            ("the log's resource_type is a name, as in account", { $0.log[2] = "Thing" }),
            ("its request has request_id, and its access does not say that it mutates", { $0.access[5] = nil }),
            (
                "its request has validate_only, and its access does not say that it mutates",
                { ($0.access[5], $0.request) = (nil, [$0.request[0], $0.request[2]]) }
            ),
            (
                "is for the account itself too, and its log names no target",
                { ($0.access[3], $0.log[3]) = (1, nil) }
            ),
            ("is for the mailbox's owner too, and its log names no mailbox", { $0.access[4] = 1 }),
            ("changes something, and its request has no validate_only", { $0.request.removeLast() }),
            ("changes something, and its response has no event_id", { $0.response.remove(at: 1) }),
            ("changes something, and its response has no consistency_token", { $0.response.removeLast() }),
        ]
        for (message, change) in table {
            var things = Things()
            change(&things)
            let error = #expect(throws: GeneratorError.self) { try Generation(things.set) }
            #expect(error?.description.hasPrefix("mandate.a.v1.ThingService.Rename: ") == true)
            #expect(error?.description.contains(message) == true, "\(error?.description ?? "") for \(message)")
        }
    }

    @Test("two methods of the log cannot share a request")
    func shared() throws {
        var set = try Things().set
        var other = set.file[0].service[0].method[0]
        other.name = "Other"
        set.file[0].service[0].method.append(other)
        let error = #expect(throws: GeneratorError.self) { try Generation(set) }
        #expect(error?.description.contains("Other: has the request of mandate.a.v1.ThingService.Rename") == true)
    }

    @Test("before and after: personal apart, secrets hashed, what the server sets left out")
    func differences() throws {
        var things = Things()
        things.thing = [
            field("id", .string), field("organization_id", .string), field("enabled", .bool),
            try field("display_name", .string, option: 50711), try field("pin", .string, option: 50712),
            try field("tax_number", .string, option: 50716), try field("revision", .int64, option: 50713),
            field("create_time", "google.protobuf.Timestamp"),
        ]
        let text = try #require(try Generation(things.set).contract["contractResources.swift"])
        #expect(text.contains("extension Thing: LoggedResource {"))
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("out.add") }
        #expect(
            lines == [
                "out.add(\"enabled\", before?.enabled.eventText, after?.enabled.eventText)",
                "out.add(\"display_name\", before?.displayName.eventText, after?.displayName.eventText, .personal)",
                "out.add(\"pin\", before?.pin.eventText, after?.pin.eventText, secrets)",
                "out.add(\"tax_number\", before?.taxNumber.eventText, after?.taxNumber.eventText, secrets)",
                "out.add(\"create_time\", before?.createTime?.eventText, after?.createTime?.eventText)",
            ])
    }

    @Test("in a message within, each field by its way; a list of messages is refused")
    func nested() throws {
        var things = Things()
        things.thing.append(field("policy", "mandate.b.v1.Policy"))
        var set = try things.set
        set.file.append(file("b", message("Policy", field("days", .int32))))
        let text = try #require(try Generation(set).contract["contractResources.swift"])
        #expect(text.contains("out.add(\"policy.days\", before?.policy?.days.eventText, after?.policy?.days.eventText)"))

        set.file[0].messageType[0].field[4].label = .repeated
        let error = #expect(throws: GeneratorError.self) { try Generation(set) }
        #expect(error?.description.hasPrefix("mandate.a.v1.Thing.policy: a list of messages has no before and after") == true)
    }

    @Test("without what is secret, at whatever depth")
    func secrets() throws {
        var things = Things()
        things.request.append(try field("password", .string, option: 50712))
        things.thing.append(try field("keys", .bytes, option: 50712))
        things.thing[4].label = .repeated
        let text = try #require(try Generation(things.set).contract["contractSecrets.swift"])
        #expect(text.contains("extension Thing: HoldsSecrets"))
        #expect(text.contains("        out.keys = []\n"))
        #expect(text.contains("        out.thing = out.thing?.withoutSecrets\n        out.password = \"\"\n"))
        #expect(text.contains("extension RenameResponse: HoldsSecrets"))
        #expect(try Generation(Things().set).contract["contractSecrets.swift"] == nil)
        // What is confidential is stored, and a part of what a repetition is compared with.
        var confidential = Things()
        confidential.thing.append(try field("tax_number", .string, option: 50716))
        #expect(try Generation(confidential.set).contract["contractSecrets.swift"] == nil)
    }

    @Test("every method in one line, for people")
    func table() throws {
        var things = Things()
        things.takesAway = true
        var set = try things.set
        set.file[0].sourceCodeInfo.location = [
            .with {
                $0.path = [6, 0]
                $0.leadingComments = " Things.\n"
            }
        ]
        let lines = try Generation(set).methodTable.split(separator: "\n")
        #expect(lines.contains("## mandate.a.v1.ThingService") && lines.contains("Things."))
        #expect(lines.last == "| `Rename` | 1 | `thing.renamed` | thing, only takes away |")
    }
}
