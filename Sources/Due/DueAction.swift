package import SQL

/// What is done with the entries of one kind, as SYSTEM.
///
/// It runs within the write in which the entry's row goes, behind a savepoint of its own: what it throws undoes all that it
/// did, and the entry is tried again. It looks at what is stored and judges anew, for the entry says only that it is time: a
/// cause that is gone or has moved is nothing to do, and nothing to tell. It must not wait, and it must not take long: what
/// concerns many rows does a part of them and puts its entry again. What leaves the process is a row for somebody else to send.
package struct DueAction: Sendable {
    package let kind: DueKind
    let act: @Sendable (DueEntry, Transaction) throws -> Void

    package init(_ kind: DueKind, _ act: @escaping @Sendable (DueEntry, Transaction) throws -> Void) {
        self.kind = kind
        self.act = act
    }
}

/// An entry of a kind that this program has no action for: it stays, and shows as failing.
struct UnknownKind: Error {
    let kind: DueKind
}
