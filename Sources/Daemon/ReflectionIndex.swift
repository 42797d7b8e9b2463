internal import Contract
internal import Foundation

/// The contract's files, found by what they declare. The generator has read the descriptors; here they are bytes.
struct ReflectionIndex: Sendable {
    private struct File {
        let imports: [String]
        let descriptor: [UInt8]
    }

    private var files: [String: File] = [:]
    /// Full name to the path of the file that declares it.
    private var declaring: [String: String] = [:]
    /// Message to the numbers of its extensions, to the path of the file that has the extension.
    private var extending: [String: [Int32: String]] = [:]

    init(_ contract: [ContractFile]) {
        for file in contract {
            guard let descriptor = Data(base64Encoded: file.descriptor) else {
                preconditionFailure("the generated descriptor of \(file.path) is not base64")
            }
            files[file.path] = File(imports: file.imports, descriptor: [UInt8](descriptor))
            for symbol in file.symbols { declaring[symbol] = file.path }
            for (type, numbers) in file.extensions {
                for number in numbers { extending[type, default: [:]][number] = file.path }
            }
        }
    }

    /// The descriptor of a file, then those of everything it imports, each once. Nil for a file that is not there.
    func descriptors(path: String) -> [[UInt8]]? {
        guard files[path] != nil else { return nil }
        var paths = [path]
        var seen: Set<String> = [path]
        var found: [[UInt8]] = []
        while found.count < paths.count {
            guard let file = files[paths[found.count]] else {
                preconditionFailure("\(paths[found.count]) is imported and not in the contract")
            }
            found.append(file.descriptor)
            paths += file.imports.filter { seen.insert($0).inserted }
        }
        return found
    }

    func descriptors(declaring symbol: String) -> [[UInt8]]? {
        declaring[symbol].flatMap { descriptors(path: $0) }
    }

    func descriptors(extending type: String, number: Int32) -> [[UInt8]]? {
        extending[type]?[number].flatMap { descriptors(path: $0) }
    }

    /// Nil for a type that is not there.
    func extensionNumbers(of type: String) -> [Int32]? {
        guard declaring[type] != nil else { return nil }
        return extending[type, default: [:]].keys.sorted()
    }
}
