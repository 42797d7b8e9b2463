internal import Foundation

/// The person's terminal: a question without echo, a progress line.
enum Terminal {
    /// Asks for a secret on the terminal, without showing it. `option` is how to give it where there is none.
    static func secret(_ prompt: String, option: String) throws(Failure) -> String {
        // Without one, getpass would read standard input, and show what is typed there.
        let terminal = unsafe open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { throw Failure("there is no terminal to ask on", todo: "give \(option)") }
        close(terminal)
        guard let pointer = unsafe getpass(prompt) else { throw Failure("the terminal does not answer", todo: "give \(option)") }
        guard let text = unsafe String(validatingCString: pointer), !text.isEmpty else {
            throw Failure("nothing was typed, or no UTF-8 text")
        }
        return text
    }

    /// Asks for a password that is going to be set, twice.
    static func newPassword() throws(Failure) -> String {
        let option = "--password-file"
        let first = try secret("New password: ", option: option)
        guard try first == secret("Once more: ", option: option) else { throw Failure("the two passwords differ") }
        return first
    }

    /// To standard output, at once: who reads a pipe waits for no buffer.
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// A line for the person, beside what a program reads.
    static func note(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
}

/// How far a long work is: a bar on a terminal, a line at the end elsewhere.
final class Progress {
    private let title: String
    private let total: Int
    private let start = ContinuousClock.now
    private var done = 0
    private var shown = -1

    init(_ title: String, of total: Int) {
        self.title = title
        self.total = total
    }

    func advance() {
        done += 1
        guard Terminal.isInteractive, total > 0 else { return }
        let percent = done * 100 / total
        guard percent != shown else { return }
        shown = percent
        let full = percent * 30 / 100
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 30 - full)
        write("\r\(title.padding(toLength: 14, withPad: " ", startingAt: 0)) \(bar) \(percent) % of \(total)")
    }

    func finish(_ outcome: String) {
        let elapsed = ContinuousClock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Int(Double(done) / seconds) : 0
        let line =
            "\(title.padding(toLength: 14, withPad: " ", startingAt: 0)) \(outcome), \(String(format: "%.2f", seconds)) s (\(rate)/s)"
        write((Terminal.isInteractive ? "\r\u{1B}[K" : "") + line + "\n")
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
