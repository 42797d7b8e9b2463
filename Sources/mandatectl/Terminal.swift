internal import Foundation

/// What a person and a program read, and whether it is a person.
///
/// 1. Everything that the command says goes through here: `print` loses what a full disk or a closed pipe does not take.
/// 2. Standard output is the command's answer. Where nobody takes it any more, the command ends there.
/// 3. Standard error is for the person, beside the answer. Whether somebody reads it changes nothing of what is done.
enum Terminal {
    /// To standard output, at once: who reads a pipe waits for no buffer.
    static func write(_ text: String) {
        let failure = Descriptor.write(text, to: STDOUT_FILENO)
        guard failure != 0 else { return }
        // The reader has what it wanted, as of `head`.
        if failure == EPIPE { Signals.die(of: SIGPIPE) }
        note("Error: standard output cannot be written: \(Descriptor.reason(failure))")
        Foundation.exit(CommandStatus.unanswered.rawValue)
    }

    static func line(_ text: String) {
        write(text + "\n")
    }

    /// A line for the person, beside what a program reads.
    static func note(_ line: String) {
        show(line + "\n")
    }

    /// As `note`, without an end of line.
    static func show(_ text: String) {
        _ = Descriptor.write(text, to: STDERR_FILENO)
    }

    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Texts to file descriptors.
enum Descriptor {
    /// 0, or the error number of what was not taken.
    static func write(_ text: String, to file: Int32) -> Int32 {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in unsafe Foundation.write(file, bytes.baseAddress, bytes.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // Whoever shares the terminal or pipe with us has it so.
                var room = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&room, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    static func reason(_ failure: Int32) -> String {
        unsafe String(cString: strerror(failure))
    }

    /// Standard input, output and error are open from here on. Else a connection gets the number of the one that is closed,
    /// and the server what was meant for the person.
    static func openStandard() {
        for file in STDIN_FILENO...STDERR_FILENO where fcntl(file, F_GETFD) < 0 {
            // The wrong way round, so that its use still fails. The lowest free number is this one.
            _ = unsafe open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
