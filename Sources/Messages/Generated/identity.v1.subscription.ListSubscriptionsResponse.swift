// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

import CMessages

/// A page of subscriptions.
package struct ListSubscriptionsResponse: Message {
    /// By id.
    package var subscriptions: [Subscription] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        subscriptions: [Subscription] = [],
        nextPageToken: String = ""
    ) {
        self.subscriptions = subscriptions
        self.nextPageToken = nextPageToken
    }

    package static var name: String { "mandate.identity.v1.ListSubscriptionsResponse" }

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

extension ListSubscriptionsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__ListSubscriptionsResponse>) {
        unsafe mandate__identity__v1__list_subscriptions_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__ListSubscriptionsResponse>) throws(MessageError) {
        self.subscriptions = try unsafe Read.messages(c.pointee.n_subscriptions, c.pointee.subscriptions)
        self.nextPageToken = try unsafe Read.text(c.pointee.next_page_token, "mandate.identity.v1.ListSubscriptionsResponse.next_page_token")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__ListSubscriptionsResponse>, in arena: Arena) {
        unsafe c.pointee.n_subscriptions = self.subscriptions.count
        unsafe c.pointee.subscriptions = arena.messages(self.subscriptions)
        unsafe c.pointee.next_page_token = arena.text(self.nextPageToken)
    }
}

extension ListSubscriptionsResponse {
    package func check(_ violations: inout Violations) {
        for index in self.subscriptions.indices where !violations.isFull {
            let start = violations.count
            self.subscriptions[index].check(&violations)
            violations.place(from: start, in: "subscriptions", index)
        }
    }
}
