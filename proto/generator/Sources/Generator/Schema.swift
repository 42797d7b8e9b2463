/// The contract as the source writers see it: names settled, comments attached.
struct Schema {
    var files: [SchemaFile] = []

    /// Every message by full name, nested ones too.
    var messages: [String: MessageType] = [:]
    /// Every enum by full name, nested ones too.
    var enums: [String: EnumType] = [:]

    /// The enums of reasons, in the order of their hundreds. They are in no file's `enums`: Swift has one type for all.
    var reasons: [ReasonEnum] = []

    /// Of one value of a field.
    func swiftType(of field: Field) -> String {
        switch field.type {
        case .scalar(let scalar): scalar.swiftType
        case .text: "String"
        case .bytes: "[UInt8]"
        case .enumeration(let name): enums[name]?.path ?? name
        case .message(let name): messages[name]?.path ?? name
        }
    }

    /// Swift text of what stands in one alternative of a oneof; nil when it was not chosen. `state`: text of the oneof.
    func alternative(_ field: Field, of state: String) -> String {
        "{ () -> \(swiftType(of: field))? in "
            + "if case .\(Names.escaped(field.name))(let value)? = \(state) { value } else { nil } }()"
    }
}

struct SchemaFile {
    /// As in `mandate/rpc/v1/frame.proto`.
    var path: String
    /// What the file says of itself, above `package`.
    var comment: [String]
    var enums: [EnumType]
    var messages: [MessageType]
    var services: [Service]
}

struct MessageType {
    /// As in `mandate.rpc.v1.Frame`.
    var fullName: String
    /// The type's own name, as in `Frame`.
    var name: String
    /// From anywhere in module Messages; of a nested type `Outer.Inner`.
    var path: String
    var comment: [String]
    /// Without the members of oneofs, which stand in `oneofs`.
    var fields: [Field]
    var oneofs: [Oneof]
    var messages: [MessageType]
    var enums: [EnumType]

    /// Paths of the fields that stand in a table of many; none: all of them.
    var columns: [String] = []

    /// Made by the compiler for a map field: one key and its value. A map is a repeated one of these on the wire, and
    /// that is how Swift has it.
    var isMapEntry = false

    /// Fields and oneofs as the file declares them.
    var members: [Member]

    enum Member {
        case field(Field)
        case oneof(Oneof)
    }

    /// One that is always there, by its name in the file; nil for a member of a oneof.
    func field(_ protoName: String) -> Field? { fields.first { $0.protoName == protoName } }
}

struct Field {
    /// As in `mandate.rpc.v1.Frame.stream`.
    var fullName: String
    var name: String
    /// As in `frame_bytes_max`: how callers know it.
    var protoName: String
    var cName: String
    var number: Int32
    var type: FieldType
    var repeated: Bool
    var options = FieldOptions()
    var comment: [String]
    /// What its value must be; nil for anything.
    var rules: FieldRules?
}

enum FieldType: Equatable {
    case scalar(Scalar)
    case text
    case bytes
    case enumeration(String)
    case message(String)
}

/// The numbers of protobuf, named as in `.proto` files.
enum Scalar: String {
    case bool, int32, int64, uint32, uint64, sint32, sint64
    case fixed32, fixed64, sfixed32, sfixed64, float, double

    var swiftType: String {
        switch self {
        case .bool: "Bool"
        case .int32, .sint32, .sfixed32: "Int32"
        case .int64, .sint64, .sfixed64: "Int64"
        case .uint32, .fixed32: "UInt32"
        case .uint64, .fixed64: "UInt64"
        case .float: "Float"
        case .double: "Double"
        }
    }
}

struct Oneof {
    var name: String
    var protoName: String
    var typeName: String
    var cCase: String
    var comment: [String]
    var fields: [Field]
    /// One of the fields must be set.
    var isRequired = false
}

struct EnumType {
    var fullName: String
    var name: String
    var path: String
    /// `GOAWAY_REASON_`, in front of every value's name.
    var prefix: String
    var comment: [String]
    var values: [EnumValue]
}

struct EnumValue {
    var protoName: String
    var name: String
    var number: Int32
    var comment: [String]
    /// What naming it needs, in a method whose access is by a field of the enum.
    var demand: AccessDeclaration.Demand?
    /// Of a reason, a number of mandate.rpc.v1.RefusalKind; 0 where it says nothing.
    var refusal: Int32 = 0
}

struct Service {
    /// As in `mandate.feed.v1.FeedService`.
    var fullName: String
    var name: String
    var comment: [String]
    var methods: [ServiceMethod]
    /// Actions of the log besides those of the methods.
    var also: [LoggedAction] = []

    /// `FeedService` to `FeedClient`.
    var clientName: String {
        (name.hasSuffix("Service") ? String(name.dropLast(7)) : name) + "Client"
    }
}

struct ServiceMethod {
    var protoName: String
    var name: String
    var input: String
    var output: String
    var clientStreaming: Bool
    var serverStreaming: Bool
    var access: AccessDeclaration?
    var log: LogDeclaration?
    var comment: [String]
}
