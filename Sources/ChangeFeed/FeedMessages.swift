internal import Messages
internal import SQL

/// Between the store's values and the contract's messages.
extension FeedChange {
    init(_ record: ChangeRecord) {
        self.init(
            organizationId: record.organization, id: record.id, messageType: record.type, value: record.value,
            deleted: record.deleted, cascade: record.cascade)
    }
}

extension ChangeRecord {
    /// A mark that says of itself that nothing is gone is refused.
    init(_ change: FeedChange) throws(FeedError) {
        guard change.deleted || !change.cascade else {
            throw FeedError(.protocolViolation, "a mark of \(change.messageType) that is no removal")
        }
        self.init(
            organization: change.organizationId, id: change.id, type: change.messageType, value: change.value,
            deleted: change.deleted, cascade: change.cascade)
    }

    static func all(_ changes: [FeedChange]) throws(FeedError) -> [ChangeRecord] {
        var records: [ChangeRecord] = []
        records.reserveCapacity(changes.count)
        for change in changes { records.append(try ChangeRecord(change)) }
        return records
    }
}

extension FeedTransaction {
    init(_ part: TransactionPart) {
        self.init(position: part.position, changes: part.changes.map { FeedChange($0) }, more: part.more)
    }
}

extension TransactionPart {
    init(_ transaction: FeedTransaction) throws(FeedError) {
        self.init(
            position: transaction.position, changes: try ChangeRecord.all(transaction.changes), more: transaction.more)
    }
}
