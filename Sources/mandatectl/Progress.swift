internal import Foundation

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
        Terminal.show("\r\(title.padding(toLength: 14, withPad: " ", startingAt: 0)) \(bar) \(percent) % of \(total)")
    }

    func finish(_ outcome: String) {
        let elapsed = ContinuousClock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Int(Double(done) / seconds) : 0
        let line =
            "\(title.padding(toLength: 14, withPad: " ", startingAt: 0)) \(outcome), \(String(format: "%.2f", seconds)) s (\(rate)/s)"
        Terminal.note((Terminal.isInteractive ? "\r\u{1B}[K" : "") + line)
    }
}
