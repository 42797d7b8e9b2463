// Generated from mandate/feed/v1/feed.proto by proto/generate. Do not edit.

import CMessages

/// Some transactions.
package struct FeedTransactions: Message {
    /// In order, without a hole.
    package var transactions: [FeedTransaction] = []

    package init() {}

    package init(
        transactions: [FeedTransaction] = []
    ) {
        self.transactions = transactions
    }

    package static var name: String { "mandate.feed.v1.FeedTransactions" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }
}

extension FeedTransactions: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Feed__V1__FeedTransactions>) {
        unsafe mandate__feed__v1__feed_transactions__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Feed__V1__FeedTransactions>) throws(MessageError) {
        self.transactions = try unsafe Read.messages(c.pointee.n_transactions, c.pointee.transactions)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Feed__V1__FeedTransactions>, in arena: Arena) {
        unsafe c.pointee.n_transactions = self.transactions.count
        unsafe c.pointee.transactions = arena.messages(self.transactions)
    }
}
