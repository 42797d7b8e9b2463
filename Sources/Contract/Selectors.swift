internal import Messages
package import RPC

/// The ways in which one request names one thing.
///
/// Who fills in two of them means both. When they do not agree one is a mistake, and to go by either would change, or take
/// away, something that nobody meant. `Tests/Tidy/SelectorTests` lists every request that names something twice.
package struct Selectors: Sendable {
    private let chosen: String

    /// `chosen`: the field that the thing was found by.
    package init(chosen: String) {
        self.chosen = chosen
    }

    /// Throws SELECTORS_DISAGREE when `field` was given and is not what the thing has. Ask only about a thing that the
    /// caller may know of: the answer says that it is there (rule D28).
    package func expect(_ field: String, _ given: String, is actual: String) throws(Status) {
        guard given.isEmpty || given == actual else {
            throw Status(
                .invalidArgument, .selectorsDisagree,
                "\(chosen) and \(field) name different things: leave one out, or let them agree",
                metadata: ["field": field, "other": chosen])
        }
    }
}

extension Call {
    /// A session says who acts, and so does the account that a trusted caller names.
    package func expectActor(_ accountID: String) throws(Status) {
        guard metadata(MetadataKey.session) != nil, let named = metadata(MetadataKey.account) else { return }
        try Selectors(chosen: MetadataKey.session)
            .expect(MetadataKey.account, named, is: accountID)
    }
}
