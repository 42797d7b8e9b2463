internal import IdentityDomain

extension EmailAddress {
    /// As somebody wrote it, in words for them where it is none: identity would refuse it by the same rule (B5), but only
    /// after it has been asked, and where it is looked up it would merely find nothing.
    init(written text: String) throws(Failure) {
        do {
            try self.init(text, field: text.isEmpty ? "the address" : "'\(text)'")
        } catch {
            throw Failure(Table.printable(error.message))
        }
    }

    /// As given, and as mail servers take it where that is another: what only looks like ASCII is told from what is.
    static func shown(_ address: String, _ ascii: String) -> String {
        ascii.isEmpty || address.utf8.allSatisfy { $0 < 0x80 } ? address : "\(address) (\(ascii))"
    }
}
