internal import Messages
internal import SQL

/// Between the store's values and the contract's messages.
extension FeedChange {
    init(_ record: ChangeRecord) {
        self.init(
            organizationId: record.organization, id: record.id, messageType: record.type, value: record.value,
            deleted: record.deleted)
    }
}

extension ChangeRecord {
    init(_ change: FeedChange) {
        self.init(
            organization: change.organizationId, id: change.id, type: change.messageType, value: change.value,
            deleted: change.deleted)
    }

    /// At least its size on the wire: text and value, and room for tags and lengths.
    var wireBytes: Int {
        organization.utf8.count + id.utf8.count + type.utf8.count + value.count + 32
    }
}

extension FeedTransaction {
    init(_ transaction: CommittedTransaction) {
        self.init(position: transaction.position, changes: transaction.changes.map { FeedChange($0) })
    }
}

extension CommittedTransaction {
    init(_ transaction: FeedTransaction) {
        self.init(position: transaction.position, changes: transaction.changes.map { ChangeRecord($0) })
    }

    var wireBytes: Int { changes.reduce(24) { $0 + $1.wireBytes } }
}
