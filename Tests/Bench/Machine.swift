internal import Foundation

/// The machine that it was measured on: absolute numbers mean nothing without it.
struct Machine {
    let processor: String
    let cores: Int
    let kernel: String

    init() {
        let model = Self.read("/proc/cpuinfo").split(separator: "\n").first { $0.hasPrefix("model name") }
        processor = model?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces) ?? "unknown processor"
        cores = ProcessInfo.processInfo.activeProcessorCount
        let release = Self.read("/proc/sys/kernel/osrelease").trimmingCharacters(in: .whitespacesAndNewlines)
        kernel = release.isEmpty ? ProcessInfo.processInfo.operatingSystemVersionString : "Linux \(release)"
    }

    var text: String { "\(processor), \(cores) cores, \(kernel)" }

    private static func read(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }
}
