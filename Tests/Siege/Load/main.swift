internal import Foundation
internal import NIOPosix
internal import RPC

// The load of `make revocation` and `make soak`, a process for each part. Tests/Siege/README.md says how they work
// together.

func end(_ code: Int32, _ text: String) -> Never {
    FileHandle.standardError.write(Data("mandate-siege: \(text)\n".utf8))
    exit(code)
}

do {
    let options = try Options(CommandLine.arguments.dropFirst())
    let servers = try Servers(options)
    let pairs = try Pair.read(options.text("pairs"))
    let tally = Tally()
    switch options.command {
    case .check: try await Checker(servers, pairs, options, tally).run()
    case .revoke: try await Revoker(servers, pairs, options, tally).run()
    case .price: try await Price(servers, pairs, options).measure()
    }
    if options.command != .price { print(try tally.json) }
} catch let error as UsageError {
    end(2, "\(error)\n\n\(Options.usage)")
} catch {
    end(1, "\(error)")
}
