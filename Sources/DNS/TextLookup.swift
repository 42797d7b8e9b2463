/// What DNS says of the texts (TXT records, RFC 1035 §3.3.14) of a name.
package enum TextLookup: Sendable, Equatable {
    /// Each record as the bytes of its strings, one behind the other (RFC 7208 §3.3 reads them so). Never empty.
    case records([[UInt8]])
    /// The name is there and has no text.
    case noRecord
    /// There is no such name (NXDOMAIN).
    case noDomain
    case failed(Failure)

    /// Why nothing is known. Asking again may bring another outcome.
    package enum Failure: String, Sendable, Equatable {
        /// Nobody answered in time: also where what came was of another question, which is passed over.
        case timeout
        /// No server could be reached, or each of them refused or failed.
        case refused
        /// An answer that is none, or that points at itself.
        case malformed
        /// More than `Resolver.answerBytesMax` or `Resolver.recordsMax`.
        case tooLarge = "too_large"
        /// As many look-ups as may run at once are running.
        case busy
        /// Not even a question: the system had no memory, no file or no thread for it.
        case local
    }
}
