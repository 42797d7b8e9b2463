internal import Messages

/// A list method's request, whatever it asks for.
protocol PageRequest: Message {
    var pageSize: Int32 { get set }
    /// Empty for the first page.
    var pageToken: String { get set }
}
