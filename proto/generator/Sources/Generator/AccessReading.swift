import SwiftProtobuf

/// What a method says of who may call it: the option mandate.rpc.v1.access.
struct AccessDeclaration: Equatable {
    var kind: Int32 = 0
    var scope = ""
    var level: Int32 = 0
}

/// Reads the option from the bytes SwiftProtobuf keeps of options it does not know.
enum AccessReading {
    /// The option's number in rpc/v1/options.proto.
    static let number: UInt64 = 50701

    /// Nil when the method declares nothing or its bytes are broken.
    static func read(_ unknown: [UInt8]) -> AccessDeclaration? {
        var access: AccessDeclaration?
        for field in WireReader.fields(unknown) ?? [] where field.number == number {
            guard case .bytes(let body) = field.value else { return nil }
            guard let parts = WireReader.fields(body) else { return nil }
            var value = AccessDeclaration()
            for part in parts {
                switch (part.number, part.value) {
                case (1, .varint(let raw)): value.kind = Int32(truncatingIfNeeded: raw)
                case (2, .bytes(let raw)): value.scope = String(decoding: raw, as: UTF8.self)
                case (3, .varint(let raw)): value.level = Int32(truncatingIfNeeded: raw)
                default: return nil
                }
            }
            access = value
        }
        return access
    }
}
