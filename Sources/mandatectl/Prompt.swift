internal import Foundation

/// A question on the person's terminal whose answer is not shown.
///
/// 1. Only the echo is off. getpass turns the keys' signals off too, and Ctrl-C becomes part of the password.
/// 2. However it ends, the echo is as it was: at an answer, a failure, a signal that ends the program, and while a signal
///    stops it.
struct Prompt {
    private static let bytesMax = 4096

    /// How to give the secret where there is no terminal.
    let option: String

    /// Asks for a secret.
    func secret(_ question: String) throws(Failure) -> String {
        let terminal = unsafe open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else {
            throw Failure("there is no terminal to ask on", todo: "give \(option) FILE, or \(option) - for standard input")
        }
        defer { close(terminal) }
        let signals = try Signals(Signals.endings)
        defer { signals.end() }
        while true {
            switch try ask(question, on: terminal, signals) {
            case .typed(let line): return try Secret.typed(line)
            case .caught(let number):
                if number != SIGTSTP { Signals.die(of: number) }
                signals.pass(number)
            }
        }
    }

    /// Asks for a password that is going to be set, twice.
    static func newPassword() throws(Failure) -> String {
        let prompt = Prompt(option: "--password-file")
        let first = try prompt.secret("New password: ")
        guard try first == prompt.secret("Once more: ") else { throw Failure("the two passwords differ") }
        return first
    }

    private enum Answer {
        case typed([UInt8])
        case caught(Int32)
    }

    /// Shows the question and reads a line, with the echo off meanwhile.
    private func ask(_ question: String, on terminal: Int32, _ signals: Signals) throws(Failure) -> Answer {
        var shown = termios()
        guard unsafe tcgetattr(terminal, &shown) == 0 else { throw broken }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        // What was typed before the question is no answer to it.
        guard unsafe tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 else { throw broken }
        defer {
            _ = unsafe tcsetattr(terminal, TCSAFLUSH, &shown)
            _ = Descriptor.write("\n", to: terminal)
        }
        guard Descriptor.write(question, to: terminal) == 0 else { throw broken }
        var line: [UInt8] = []
        while true {
            var waiting = [
                pollfd(fd: signals.file, events: Int16(POLLIN), revents: 0),
                pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
            ]
            // A signal ends the wait too, and is then found.
            if unsafe poll(&waiting, 2, -1) < 0, errno != EINTR { throw broken }
            if let number = signals.next() { return .caught(number) }
            if waiting[1].revents == 0 { continue }
            var bytes = [UInt8](repeating: 0, count: Self.bytesMax)
            let count = unsafe read(terminal, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw broken }
            line += bytes[..<count]
            if count == 0 || line.last == UInt8(ascii: "\n") { return .typed(line) }
            guard line.count <= Self.bytesMax else { throw Failure("what was typed is too long for a secret") }
        }
    }

    private var broken: Failure {
        Failure("the terminal does not answer", todo: "give \(option) FILE, or \(option) - for standard input")
    }
}
