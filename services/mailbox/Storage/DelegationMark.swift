package import MailboxDomain
package import Messages
package import SQL
internal import Tables

// Delegations that are revoked all at once, however many they are (DESIGN §10.11).
//
// 1. The mark is one row and one change, in the transaction that revokes: from its commit on none of them is there for any
//    reader, for the index or for a follower. The rows stay, and are removed a few at a time, each with its event.
// 2. A row is taken away by a mark of its mailbox or its grantee whose position is no earlier than that of the write that
//    inserted the row. So what is granted behind the mark counts, and nothing has to be remembered of the rows.
// 3. In one write a mark takes away what was inserted before it and what is inserted behind it alike. No write does the latter.
// 4. Each mark stays for itself until its rows are gone, so that each row's event can say who wanted it so.
// 5. What is granted anew while its old row is still there has that removed first (`markedDelegation`): one row a mailbox and
//    grantee.
//
// Not a state in each row, which would be the large transaction again; nor a list of ids in memory, which a crash would lose.

/// Whose delegations go: all of a mailbox, or all to an account or a group.
package enum Marked: Hashable, Sendable {
    case mailbox(MailboxID)
    case grantee(Grantee)

    package init?(_ text: String) {
        if let mailbox = MailboxID(text) {
            self = .mailbox(mailbox)
        } else if let grantee = Grantee(text) {
            self = .grantee(grantee)
        } else {
            return nil
        }
    }

    package var text: String {
        switch self {
        case .mailbox(let id): id.text
        case .grantee(let grantee): grantee.text
        }
    }
}

/// All delegations of a mailbox or to a grantee that were there up to a position are revoked; their rows are being removed.
package struct DelegationMark: Hashable, Sendable {
    package let marked: Marked
    package let position: Int64
    /// The account that wanted it; empty for nobody.
    package let behalf: String

    /// Where a row stands among those that the mark takes away.
    package func key(of row: Messages.Delegation) -> String {
        switch marked {
        case .mailbox: row.granteeId
        case .grantee: row.mailboxId
        }
    }
}

/// With the rows that marks have taken away.
private let everyRow = Table<Messages.Delegation>(
    "delegations", delegationColumns, organization: { $0.organizationId }, id: { $0.changeID })

private let everyPair = everyRow.lookup("mailbox_id", "grantee_id")
private let markedOfMailbox = everyRow.pages(within: "mailbox_id", behind: "grantee_id", upTo: "grant_position")
private let markedToGrantee = everyRow.pages(within: "grantee_id", behind: "mailbox_id", upTo: "grant_position")

extension Connection {
    /// Every mark whose rows are not all gone, in the order in which they were made.
    package func delegationMarks() throws(SQLError) -> [DelegationMark] {
        try rows("SELECT named, position, behalf FROM delegation_marks ORDER BY position, named", []) {
            (row: any Row) throws(SQLError) -> DelegationMark in
            guard let marked = Marked(row.text(0)) else {
                throw SQLError(.corrupt, "a mark has an id that is none: restore a backup")
            }
            return DelegationMark(marked: marked, position: row.integer(1), behalf: row.text(2))
        }
    }

    /// Rows that a mark has taken away, in the order of the other side's ids, behind the one of `key`.
    package func delegations(
        takenBy mark: DelegationMark, after key: String, limit: Int
    ) throws(SQLError) -> [Messages.Delegation] {
        switch mark.marked {
        case .mailbox(let id):
            try markedOfMailbox.read(self, within: .text(id.text), after: key, limit: limit, upTo: mark.position)
        case .grantee(let grantee):
            try markedToGrantee.read(self, within: .text(grantee.text), after: key, limit: limit, upTo: mark.position)
        }
    }

    /// The row of (mailbox, grantee) that a mark has taken away and that is still there, and the first such mark. Nil too
    /// when the delegation is there.
    package func markedDelegation(
        of mailbox: MailboxID, to grantee: Grantee
    ) throws(SQLError) -> (row: Messages.Delegation, behalf: String)? {
        let pair: [Value] = [.text(mailbox.text), .text(grantee.text)]
        let behalf = try first(
            """
            SELECT delegation_marks.behalf FROM delegations
            JOIN delegation_marks ON delegation_marks.named IN (delegations.mailbox_id, delegations.grantee_id)
            AND delegation_marks.position >= delegations.grant_position
            WHERE delegations.mailbox_id = ? AND delegations.grantee_id = ? ORDER BY delegation_marks.position LIMIT 1
            """, pair
        ) { $0.text(0) }
        guard let behalf, let row = try everyPair.find(pair, self) else { return nil }
        return (row, behalf)
    }

    /// How many delegations a mailbox has, or a grantee.
    ///
    /// Counted in an index where no mark names it: to ask of each of fifty thousand rows whether it is marked takes 80 ms, and
    /// marks of others are there while many are emptied one after the other.
    package func delegationCount(of marked: Marked) throws(SQLError) -> Int {
        let (own, other) =
            switch marked {
            case .mailbox: ("mailbox_id", "grantee_id")
            case .grantee: ("grantee_id", "mailbox_id")
            }
        let named: [Value] = [.text(marked.text)]
        if try exists("SELECT 1 FROM delegation_marks WHERE named = ?", named) {
            return try first("SELECT count(*) FROM unmarked_delegations WHERE \(own) = ?", named) { $0.int(0) } ?? 0
        }
        let all = try first("SELECT count(*) FROM delegations WHERE \(own) = ?", named) { $0.int(0) } ?? 0
        if all == 0 { return 0 }
        let taken = try first(
            """
            SELECT count(*) FROM delegations WHERE \(own) = ? AND \(other) IN (SELECT named FROM delegation_marks)
            AND EXISTS (SELECT 1 FROM delegation_marks WHERE named = \(other) AND position >= grant_position)
            """, named
        ) { $0.int(0) }
        return all - (taken ?? 0)
    }

    /// The mailboxes in which a grantee has a delegation, in no order; until `body` returns false.
    package func eachMailbox(
        givenTo grantee: Grantee, _ body: (MailboxID) throws(SQLError) -> Bool
    ) throws(SQLError) {
        try each("SELECT mailbox_id FROM unmarked_delegations WHERE grantee_id = ?", [.text(grantee.text)]) {
            (row: any Row) throws(SQLError) -> Bool in
            guard let mailbox = MailboxID(row.text(0)) else {
                throw SQLError(.corrupt, "a delegation has an id that is none: restore a backup")
            }
            return try body(mailbox)
        }
    }
}

extension Transaction {
    /// From this write on no delegation of the mailbox, or to the grantee, is there, and the followers are told so. The rows
    /// stay, to be removed. Call it where there are some.
    package func mark(
        _ marked: Marked, in organization: OrganizationID, behalf: String
    ) throws(SQLError) -> DelegationMark {
        let mark = DelegationMark(marked: marked, position: position, behalf: behalf)
        try run(
            "INSERT INTO delegation_marks (named, position, behalf) VALUES (?, ?, ?)",
            [.text(marked.text), .integer(position), .text(behalf)])
        delegationTable.mark(marked.text, in: organization.text, self)
        return mark
    }

    /// Forgets a mark whose rows are gone.
    package func remove(_ mark: DelegationMark) throws(SQLError) {
        try run(
            "DELETE FROM delegation_marks WHERE named = ? AND position = ?", [.text(mark.marked.text), .integer(mark.position)])
    }
}
