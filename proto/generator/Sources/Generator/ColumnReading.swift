import SwiftProtobuf

/// How many of a message stand in a table: the option mandate.rpc.v1.columns.
enum ColumnReading {
    static let number: UInt64 = 50721

    /// Paths of fields, as in `delegation.grantee_id`; none where the message does not say.
    static func read(_ options: Google_Protobuf_MessageOptions, of place: String) throws(GeneratorError) -> [String] {
        let reading = try OptionReading([UInt8](options.unknownFields.data), of: place, known: [number])
        return try reading.text(number).split(separator: " ").map(String.init)
    }
}
