/// What an account would do in a mailbox: of a question all but who and where.
struct Asked: Sendable {
    let right: Rights
    /// Only `open` is limited to folders (rule D27); nil: the mailbox as a whole.
    let folder: FolderPath?
    let operation: FolderOperation

    @inline(__always)
    init(_ right: Rights, folder: FolderPath? = nil, operation: FolderOperation = .read) {
        self.right = right
        self.folder = folder
        self.operation = operation
    }

    init(_ question: Question) {
        self.init(question.right, folder: question.folder, operation: question.operation ?? .read)
    }
}
