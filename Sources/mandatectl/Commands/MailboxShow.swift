internal import Messages

// A mailbox on a page: what it is, what an account can do there, and by which ways.

extension GetMailboxResponse {
    var shown: String {
        // The mailbox stands in both; of its own it says more.
        let more = access?.lines.dropFirst(access?.mailbox?.lines.count ?? 0) ?? []
        let page = Table.text(of: (mailbox?.lines ?? []) + more)
        guard let paths = access?.paths, !paths.isEmpty else { return page }
        return page + "\n\nways:\n" + Table.text(of: paths)
    }
}
