import SwiftProtobuf

/// What being refused with a reason means: the option mandate.rpc.v1.refusal of a value of an enum of reasons.
enum RefusalReading {
    static let number: UInt64 = 50732
    /// The names in Swift of mandate.rpc.v1.RefusalKind, from 1: without "not declared".
    static let names = ["rule", "unproved", "form", "freshness", "capacity", "failure", "caller"]
    static let known: ClosedRange<Int32> = 1...Int32(names.count)

    /// A number of mandate.rpc.v1.RefusalKind; 0 where the value does not say.
    static func read(_ options: Google_Protobuf_EnumValueOptions, of place: String) throws(GeneratorError) -> Int32 {
        try OptionReading(
            [UInt8](options.unknownFields.data), of: place, known: [number, AccessDeclaration.Demand.valueNumber]
        ).number(number)
    }
}
