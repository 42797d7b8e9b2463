package import Contract
package import Tables

/// The etag of a request: what its caller has seen of what is to be changed (AIP-154).
///
/// Judged within the write, and so after the request id, for a repetition gets its answer; from the stored row alone, before
/// any rule and before it is found that there is nothing to do; and after the permission, for the answer tells what is stored.
final class Seen {
    private let etag: String
    private(set) var isJudged = false

    init(etag: String) { self.etag = etag }

    func judge(_ current: String?) throws(ETagMismatch) {
        isJudged = true
        guard etag == current else { throw ETagMismatch(current: current) }
    }
}

/// A mutation was about to answer without a look at its request's etag: a bug of ours, and nothing is stored.
struct EtagNotJudged: Error {}

extension Write {
    /// What is going to be changed, as its caller has seen it; nil when nothing is stored. Throws where it is another state,
    /// another resource or none.
    ///
    /// Every mutation gets the row that it changes through here, once it is clear that the caller may know of the row
    /// (rule D28): `Mutator` answers no request whose etag was not judged.
    package func changing<Stored: Resource>(_ stored: Stored?) throws(ETagMismatch) -> Stored? {
        try seen?.judge(stored?.etag)
        return stored
    }

    package func changing<Stored: Resource>(_ stored: Stored) throws(ETagMismatch) -> Stored {
        try seen?.judge(stored.etag)
        return stored
    }
}
