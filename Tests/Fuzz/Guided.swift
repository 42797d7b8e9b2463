import Foundation

/// libFuzzer's door to one target, the one that `MANDATE_FUZZ_TARGET` names. Traps are findings, broken promises become traps.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do throws(BrokenPromise) {
        try chosen.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        fatalError("\(chosen): \(error)")
    }
    return 0
}

private let chosen: Fuzzed = {
    let name = ProcessInfo.processInfo.environment["MANDATE_FUZZ_TARGET"] ?? ""
    guard let target = Fuzzed(rawValue: name) else {
        preconditionFailure("MANDATE_FUZZ_TARGET is one of \(Fuzzed.allCases.map(\.rawValue))")
    }
    return target
}()
