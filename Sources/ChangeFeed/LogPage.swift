internal import SQL

/// A page of the change log as it travels.
enum LogPage {
    /// With a filler wherever positions had no changes, up to and with `through`.
    static func dense(
        _ transactions: [CommittedTransaction], after position: Int64, through: Int64
    ) -> [CommittedTransaction] {
        var dense: [CommittedTransaction] = []
        var last = position
        for transaction in transactions {
            if transaction.position > last + 1 {
                dense.append(CommittedTransaction(position: transaction.position - 1, changes: []))
            }
            dense.append(transaction)
            last = transaction.position
        }
        if through > last { dense.append(CommittedTransaction(position: through, changes: [])) }
        return dense
    }

    /// Parts of which each fits into a message, or nil when one transaction alone does not.
    static func messages(
        _ transactions: [CommittedTransaction], limits: FeedLimits
    ) -> [[CommittedTransaction]]? {
        var messages: [[CommittedTransaction]] = []
        var room = 0
        for transaction in transactions {
            let bytes = transaction.wireBytes
            if bytes > limits.transactionBytesMax { return nil }
            if messages.isEmpty || bytes > room {
                messages.append([])
                room = limits.messageBytesMax
            }
            messages[messages.count - 1].append(transaction)
            room -= bytes
        }
        return messages
    }
}
