internal import Foundation
internal import Synchronization

/// Where the handler of a caught signal writes its number; -1: none is caught.
private let caughtPipe = Atomic<Int32>(-1)

/// Catches signals for a while, for one who waits on a file descriptor: `file` can be read when one has come.
final class Signals {
    /// What ends or stops a program, unless it says otherwise.
    static let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

    let file: Int32
    private let input: Int32
    private let numbers: [Int32]

    /// Only one at a time.
    init(_ numbers: [Int32]) throws(Failure) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else {
            throw Failure("there is no pipe for signals: \(Descriptor.reason(errno))", status: .unanswered)
        }
        // Neither the handler nor `next` waits.
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        (file, input) = (ends[0], ends[1])
        self.numbers = numbers
        caughtPipe.store(input, ordering: .sequentiallyConsistent)
        watch()
    }

    /// From here on they act as ever.
    func end() {
        for number in numbers { signal(number, SIG_DFL) }
        caughtPipe.store(-1, ordering: .sequentiallyConsistent)
        close(file)
        close(input)
    }

    /// One that has come; nil: none.
    func next() -> Int32? {
        var number: UInt8 = 0
        return unsafe read(file, &number, 1) == 1 ? Int32(number) : nil
    }

    /// Lets one act as if nobody had caught it. Returns when the program was stopped by it and goes on, or was not stopped.
    func pass(_ number: Int32) {
        Self.act(number)
        watch()
    }

    private func watch() {
        for number in numbers {
            signal(number) { number in
                let kept = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = unsafe write(caughtPipe.load(ordering: .relaxed), &byte, 1)
                errno = kept
            }
        }
    }

    /// Ends as a program without a handler does: then a shell knows that its script is to end too.
    static func die(of number: Int32) -> Never {
        act(number)
        Foundation.exit(128 + number)
    }

    private static func act(_ number: Int32) {
        signal(number, SIG_DFL)
        var one = sigset_t()
        unsafe sigemptyset(&one)
        unsafe sigaddset(&one, number)
        unsafe pthread_sigmask(SIG_UNBLOCK, &one, nil)
        raise(number)
    }
}
