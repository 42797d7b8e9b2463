/// What went wrong, and what to do next, for the person at the shell.
struct Failure: Error, CustomStringConvertible {
    let what: String
    let todo: String?

    init(_ what: String, todo: String? = nil) {
        self.what = what
        self.todo = todo
    }

    var description: String {
        guard let todo else { return what }
        return "\(what)\n  → \(todo)"
    }
}
