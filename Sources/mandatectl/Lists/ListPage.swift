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
