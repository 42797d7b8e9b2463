internal import SQL

/// A page of the change log as it travels.
enum LogPage {
    /// With a filler wherever positions had no changes. The last one is cut where the page ends within it.
    static func parts(
        _ transactions: [CommittedTransaction], after place: ChangePlace, through: ChangePlace
    ) -> [TransactionPart] {
        var parts: [TransactionPart] = []
        var (last, taken) = (place.position, place.taken)
        for transaction in transactions {
            if transaction.position > last + 1 { parts.append(.filler(transaction.position - 1)) }
            parts.append(
                TransactionPart(
                    position: transaction.position, first: taken, changes: transaction.changes,
                    more: through.position < transaction.position))
            (last, taken) = (transaction.position, 0)
        }
        if through.position > last { parts.append(.filler(through.position)) }
        return parts
    }
}
