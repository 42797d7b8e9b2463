internal import Foundation

/// What the system says of this process. Linux has it in files; elsewhere there is less to see.
enum ProcessMetrics {
    /// `startTime`: seconds since 1970.
    static func show(in metrics: Metrics, startTime: Double, openFilesMax: Int) {
        metrics.read(.startTime) { startTime }
        metrics.read(.residentMemory) { residentMemory.map { [MetricSample($0)] } ?? [] }
        metrics.read(.processorTime) { processorSeconds.map { [MetricSample($0)] } ?? [] }
        metrics.read(.openFiles) { openFiles.map { [MetricSample($0)] } ?? [] }
        metrics.read(.openFilesMax) { openFilesMax }
    }

    /// Bytes; the line reads `VmRSS:     12345 kB`.
    private static var residentMemory: Int? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") })
        else { return nil }
        return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
    }

    /// On all threads, in the kernel too.
    private static var processorSeconds: Double? {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return nil }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static var openFiles: Int? {
        try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}
