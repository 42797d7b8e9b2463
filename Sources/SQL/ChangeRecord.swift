/// One line of the change log: the new value of one resource, or that it is gone, or that many are.
package struct ChangeRecord: Sendable, Equatable {
    package var organization: String
    package var id: String
    package var type: String
    /// The encoded resource; the store does not look inside.
    package var value: [UInt8]
    package var deleted: Bool
    /// With `deleted`, a mark: every resource of this type that names `id`, at this place in the order, is gone. One line
    /// instead of tens of thousands, so that they are gone in one small transaction; the rows follow in slices.
    package var cascade: Bool

    package init(
        organization: String, id: String, type: String, value: [UInt8], deleted: Bool = false, cascade: Bool = false
    ) {
        self.organization = organization
        self.id = id
        self.type = type
        self.value = value
        self.deleted = deleted
        self.cascade = cascade
    }
}

extension ChangeRecord {
    /// Its text and value in bytes, and room for what frames them on the way: no less than it takes on the wire.
    package var size: Int { organization.utf8.count + id.utf8.count + type.utf8.count + value.count + 32 }
}

/// The changes of one write, in the order they were recorded. They are applied together or not at all.
package struct CommittedTransaction: Sendable, Equatable {
    package var position: Int64
    package var changes: [ChangeRecord]

    package init(position: Int64, changes: [ChangeRecord]) {
        self.position = position
        self.changes = changes
    }
}
