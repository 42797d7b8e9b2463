import SwiftProtobuf

/// What a method says of who may call it: the option mandate.rpc.v1.access.
struct AccessDeclaration: Equatable {
    struct Demand: Equatable {
        var scope = ""
        var level: Int32 = 0
    }

    /// A number of mandate.rpc.v1.AccessKind.
    var kind: Int32 = 0
    /// All of them are needed.
    var demands: [Demand] = []
    var orSelf = false
    var orMailboxOwner = false
    var mutates = false
    /// The path of the field whose value names further demands; empty for none.
    var by = ""
    /// An operator without an account may too, of the installation's own.
    var orOperator = false
    /// To others what is named is not there.
    var hidden = false
    /// The path of the field with the organizational unit that is touched; empty for none.
    var unit = ""
    /// A number of mandate.rpc.v1.MailboxGround: what in the mailbox stands in for the demands.
    var orMailbox: Int32 = 0

    /// Nil for none.
    var unitPath: String? { unit.isEmpty ? nil : unit }

    static let number: UInt64 = 50701
}

extension AccessDeclaration {
    /// Nil when the method declares nothing. `place`: the method's full name, for what is wrong.
    init?(_ options: Google_Protobuf_MethodOptions, of place: String) throws(GeneratorError) {
        let reading = try OptionReading(
            [UInt8](options.unknownFields.data), of: place, known: [Self.number, LogDeclaration.number])
        guard let access = try reading.message(Self.number, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) else { return nil }
        kind = try access.number(1)
        for demand in try access.messages(2, Demand.numbers) {
            demands.append(try Demand(demand))
        }
        orSelf = try access.bool(3)
        orMailboxOwner = try access.bool(4)
        mutates = try access.bool(5)
        by = try access.text(6)
        orOperator = try access.bool(7)
        hidden = try access.bool(8)
        unit = try access.text(9)
        orMailbox = try access.number(10)
    }
}

extension AccessDeclaration.Demand {
    /// The fields of mandate.rpc.v1.AccessDemand.
    static let numbers: Set<UInt64> = [1, 2]

    init(_ reading: OptionReading) throws(GeneratorError) {
        self.init(scope: try reading.text(1), level: try reading.number(2))
    }
}
