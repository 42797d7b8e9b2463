/// What is stored is not what the caller has seen: its etag is not the request's (AIP-154).
package struct ETagMismatch: Error, Sendable, Equatable {
    /// Of what is stored now; nil when nothing is.
    package let current: String?

    package init(current: String?) { self.current = current }
}
