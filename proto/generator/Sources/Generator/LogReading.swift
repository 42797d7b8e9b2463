import SwiftProtobuf

/// What the log calls a method and what it is done to: the option mandate.rpc.v1.log. Paths are of the request's fields,
/// as `account.id`; empty for what the request does not name.
struct LogDeclaration: Equatable {
    /// Past tense, dotted.
    var action = ""
    var resourceType = ""
    var target = ""
    var mailbox = ""
    var subject = ""
    /// It can only take access away.
    var takesAway = false

    static let number: UInt64 = 50702

    init() {}

    /// Nil when the method declares nothing. `place`: the method's full name, for what is wrong.
    init?(_ options: Google_Protobuf_MethodOptions, of place: String) throws(GeneratorError) {
        let reading = try OptionReading(
            [UInt8](options.unknownFields.data), of: place, known: [AccessDeclaration.number, Self.number])
        guard let log = try reading.message(Self.number, [1, 2, 3, 4, 5, 6]) else { return nil }
        action = try log.text(1)
        resourceType = try log.text(2)
        // What is done is mostly done to what the action names first.
        if resourceType.isEmpty { resourceType = action.prefix { $0 != "." }.description }
        target = try log.text(3)
        mailbox = try log.text(4)
        subject = try log.text(5)
        takesAway = try log.bool(6)
    }
}

/// What a field of ours says of its values.
struct FieldOptions: Equatable {
    /// It tells about a person.
    var personal = false
    /// Whoever knows it may do something: in the log it is a keyed hash, in a request's digest it is not.
    var secret = false
    /// No reader of the log sees it: there it is a keyed hash too.
    var confidential = false
    /// The server sets it: what a request says there does not count.
    var outputOnly = false
    /// Of a resource in a request or an update mask: the names of the fields that the caller sets.
    var settable: [String] = []
    /// What changing it needs; nil where that is the method's matter alone.
    var demand: AccessDeclaration.Demand?

    static let personalNumber: UInt64 = 50711
    static let secretNumber: UInt64 = 50712
    static let outputOnlyNumber: UInt64 = 50713
    static let settableNumber: UInt64 = 50714
    static let demandNumber: UInt64 = 50715
    static let confidentialNumber: UInt64 = 50716

    init() {}

    init(_ options: Google_Protobuf_FieldOptions, of place: String) throws(GeneratorError) {
        let reading = try OptionReading(
            [UInt8](options.unknownFields.data), of: place,
            known: [
                Self.personalNumber, Self.secretNumber, Self.outputOnlyNumber, Self.settableNumber, Self.demandNumber,
                Self.confidentialNumber,
            ])
        personal = try reading.bool(Self.personalNumber)
        secret = try reading.bool(Self.secretNumber)
        outputOnly = try reading.bool(Self.outputOnlyNumber)
        settable = try reading.text(Self.settableNumber).split(separator: " ").map(String.init)
        if let found = try reading.message(Self.demandNumber, AccessDeclaration.Demand.numbers) {
            demand = try .init(found)
            try demand?.check(of: place)
        }
        confidential = try reading.bool(Self.confidentialNumber)
        if [personal, secret, confidential].filter({ $0 }).count > 1 {
            throw GeneratorError(
                place, "is personal, secret and confidential: it is one of them, for a hash tells nothing of a person")
        }
    }
}
