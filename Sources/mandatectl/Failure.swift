/// What went wrong, and what to do next, for the person at the shell; and for a program the exit status.
struct Failure: Error, CustomStringConvertible {
    let what: String
    let todo: String?
    let status: CommandStatus
    /// Between the two lines.
    static let arrow = "\n  → "

    init(_ what: String, todo: String? = nil, status: CommandStatus = .broken) {
        self.what = what
        self.todo = todo
        self.status = status
    }

    var description: String {
        guard let todo else { return what }
        return what + Self.arrow + todo
    }
}

/// What a program that calls mandatectl acts on, the same for every command. `Failure+Status` says what has which.
enum CommandStatus: Int32 {
    case done = 0
    /// Denied, not healthy, not proved.
    case no = 1
    /// To be mended before it is asked again.
    case broken = 2
    /// To be asked again.
    case unanswered = 3
}
