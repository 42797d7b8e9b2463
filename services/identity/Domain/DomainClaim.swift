internal import IDNA

/// That an organization says of a domain that it is its own (B5), and how DNS proves it.
///
/// The proof is a TXT record at a name of its own, `_mandate.<domain>`, and not at the domain itself: there stand everybody's
/// records, which have to come over TCP once they are many, and a name that begins with an underscore is no host's, so
/// who may make hosts in a domain (a provider's customer) cannot make it. What it says is made anew for each claim: a record
/// that was left there proves nothing to another organization, nor to the same one after it gave the domain up.
///
/// A domain stands for itself and not for those below it. Public suffixes (`com`, `co.uk`) are not refused: who can make the
/// record of one runs it. A claim alone keeps nobody out: it is the verified domain that is one organization's.
package struct DomainClaim: Sendable, Equatable {
    /// An organization has at most so many: names cost nothing.
    package static let claimsMax = 1000
    /// How many addresses in a domain are counted, whatever there are more.
    package static let countedMax = 1000
    private static let label = "_mandate."
    private static let prefix = "mandate-verification="

    /// As A-labels in lower case.
    package let name: String

    package init(_ text: String, field: String) throws(Refusal) {
        let ascii: String
        do { ascii = try DomainName.ascii(text) } catch { throw .invalid(field, "the domain \(error)") }
        guard EmailAddress.isMailDomain(ascii) else {
            throw .invalid(field, "not a domain that has addresses, as example.org")
        }
        // Of a name in DNS, RFC 1035 §3.1.
        if Self.recordName(of: ascii).utf8.count > 253 { throw .tooLong(field, "244 characters as A-labels") }
        name = ascii
    }

    /// Where the record of a domain stands.
    package static func recordName(of domain: String) -> String { label + domain }

    /// What it is to say. `token`: as base64url.
    package static func recordValue(_ token: String) -> String { prefix + token }

    /// Throws unless one of the records of that name says what it is to say.
    package static func judge(_ records: [[UInt8]], recordName: String, recordValue: String) throws(Refusal) {
        if isProved(recordValue, by: records) { return }
        throw Refusal(
            .verificationMissing, "DNS has no TXT record \(recordName) that says \(recordValue)",
            details: ["record_name": recordName, "record_value": recordValue])
    }

    /// `addresses`: how many name an account or a mailbox, counted up to `countedMax`. `units`: of how many it is the default domain.
    package static func judgeRelease(of domain: String, addresses: Int, units: Int = 0) throws(Refusal) {
        if addresses == 0, units == 0 { return }
        let many = addresses < countedMax ? "\(addresses)" : "\(addresses) or more"
        let besides = units == 0 ? "" : ", and it is the default domain of \(units) units"
        throw Refusal(
            .domainInUse, "\(domain) is in use: \(many) addresses of accounts and mailboxes are in it\(besides)",
            details: ["addresses": "\(addresses)", "units": "\(units)"])
    }

    /// No more and no less, but for space around it, which people leave there.
    private static func isProved(_ value: String, by records: [[UInt8]]) -> Bool {
        records.contains { record in
            var rest = record[...]
            while let last = rest.last, isSpace(last) { rest.removeLast() }
            while let first = rest.first, isSpace(first) { rest.removeFirst() }
            return rest.elementsEqual(value.utf8)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
