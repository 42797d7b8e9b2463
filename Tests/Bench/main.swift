internal import Foundation
internal import NIOPosix
internal import RPC
internal import TLS

// What is measured, in this order; each is a file of its own.

let options: Options
do {
    options = try Options(CommandLine.arguments.dropFirst())
} catch {
    FileHandle.standardError.write(Data("mandate-bench: \(error)\n\n\(Options.usage)\n".utf8))
    exit(2)
}

do {
    print(Machine().text)
    if !options.versions.isEmpty { print(options.versions) }
    print("Load generator and servers share these cores; medians of \(options.runs) runs.\n")
    var report = Report(progress: { FileHandle.standardError.write(Data("  \($0)\n".utf8)) })

    try DecisionBench(options).measure(into: &report)
    if let servers = options.servers {
        let threads = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let mailbox = try MailboxServer(servers, group: threads)
        try await CheckBench(mailbox, options).measure(into: &report)
        try await GrantBench(mailbox, options).measure(into: &report)
        try await threads.shutdownGracefully()
    }

    print(report.table)
    if let path = options.json { try report.json.write(toFile: path, atomically: true, encoding: .utf8) }
} catch let status as Status {
    FileHandle.standardError.write(Data("mandate-bench: \(status.code) \(status.reason): \(status.message)\n".utf8))
    exit(1)
} catch {
    FileHandle.standardError.write(Data("mandate-bench: \(error)\n".utf8))
    exit(1)
}
