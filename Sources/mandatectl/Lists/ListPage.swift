internal import Messages

/// One page of a list method, whatever its rows are called.
protocol ListPage: Message {
    associatedtype Row: Message
    /// What the rows are called in JSON.
    static var rowsName: String { get }
    var rows: [Row] { get }
    /// Empty on the last page.
    var nextPageToken: String { get }
}

extension ListOrganizationsResponse: ListPage {
    static let rowsName = "organizations"
    var rows: [Organization] { organizations }
}

extension ListAccountsResponse: ListPage {
    static let rowsName = "accounts"
    var rows: [Account] { accounts }
}

extension ListGroupsResponse: ListPage {
    static let rowsName = "groups"
    var rows: [Group] { groups }
}

extension ListGroupMembersResponse: ListPage {
    static let rowsName = "members"
    var rows: [GroupMember] { members }
}

extension ListMailboxesResponse: ListPage {
    static let rowsName = "mailboxes"
    var rows: [AccessibleMailbox] { mailboxes }
}

extension ListDelegatesResponse: ListPage {
    static let rowsName = "delegates"
    var rows: [Delegate] { delegates }
}

extension ListEventsResponse: ListPage {
    static let rowsName = "events"
    var rows: [RecordedEvent] { events }
}
