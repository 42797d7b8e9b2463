package import Messages

/// A message that has rows of its own, and callers who change them.
package protocol Resource: Message {
    /// What the row was when it was read: see `ETag`.
    var etag: String { get set }
}
