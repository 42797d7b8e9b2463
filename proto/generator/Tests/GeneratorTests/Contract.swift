import SwiftProtobuf

/// Small contracts built in code.
typealias FileDescriptor = Google_Protobuf_FileDescriptorProto
typealias MessageDescriptor = Google_Protobuf_DescriptorProto
typealias FieldDescriptor = Google_Protobuf_FieldDescriptorProto

func contract(_ files: FileDescriptor...) -> Google_Protobuf_FileDescriptorSet {
    .with { $0.file = files }
}

func file(_ name: String, _ messages: MessageDescriptor...) -> FileDescriptor {
    .with {
        $0.name = "mandate/\(name)/v1/\(name).proto"
        $0.package = "mandate.\(name).v1"
        $0.syntax = "proto3"
        $0.messageType = messages
    }
}

/// A file that is not ours.
func foreign(_ package: String, _ messages: MessageDescriptor...) -> FileDescriptor {
    .with {
        $0.name = package.split(separator: ".").joined(separator: "/") + "/file.proto"
        $0.package = package
        $0.syntax = "proto3"
        $0.messageType = messages
    }
}

func message(_ name: String, _ fields: FieldDescriptor...) -> MessageDescriptor {
    .with {
        $0.name = name
        $0.field = fields
        for index in $0.field.indices { $0.field[index].number = Int32(index + 1) }
    }
}

func field(_ name: String, _ type: FieldDescriptor.TypeEnum) -> FieldDescriptor {
    .with {
        $0.name = name
        $0.type = type
        $0.label = .optional
    }
}

/// A field of message type; `type` is the full name.
func field(_ name: String, _ type: String) -> FieldDescriptor {
    .with {
        $0.name = name
        $0.type = .message
        $0.typeName = ".\(type)"
        $0.label = .optional
    }
}
