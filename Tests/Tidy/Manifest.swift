/// What Package.swift says of each target, read from its text: `swift package describe` takes seconds and a lock.
///
/// It knows the shapes this manifest is written in (see `target(_:)`) and throws on any other.
struct Manifest {
    struct Target {
        let name: String
        let folder: String
        let dependencies: Set<String>
        let isTest: Bool
    }

    let targets: [Target]

    init(_ text: String) throws(ManifestError) {
        let source = Self.withoutComments(text)
        var products: [String: String] = [:]
        for line in source.split(separator: "\n") where line.contains(": Target.Dependency =") {
            guard let open = line.firstIndex(of: "=") else { continue }
            let words = line.split(separator: " ")
            let call = try Call(line[line.index(after: open)...])
            products[String(words[1].prefix { $0 != ":" })] = try call.text("name")
        }
        guard let package = source.range(of: "let package = ") else { throw ManifestError("no package") }
        let list = try Call(source[package.upperBound...]).value("targets")
        var targets: [Target] = []
        for element in try Call.elements(list) {
            if let target = try Self.target(Call(element), products) { targets.append(target) }
        }
        self.targets = targets
    }

    /// nil for a C module: it imports nothing of Swift's.
    private static func target(_ call: Call, _ products: [String: String]) throws(ManifestError) -> Target? {
        func target(_ name: String, _ folder: String, _ list: Substring, test: Bool = false) throws(ManifestError) -> Target {
            var dependencies: Set<String> = []
            for element in try Call.elements(list) {
                if element.hasPrefix("\"") {
                    dependencies.insert(Call.unquoted(element))
                } else if element.hasPrefix(".product") {
                    dependencies.insert(try Call(element).text("name"))
                } else if let product = products[String(element)] {
                    dependencies.insert(product)
                } else {
                    throw ManifestError("unknown dependency \(element) of \(name)")
                }
            }
            return Target(name: name, folder: folder, dependencies: dependencies, isTest: test)
        }
        switch call.name {
        case "library":
            let name = try call.text(0)
            return try target(name, "Sources/\(name)", try call.value(1))
        case "layer":
            let (service, layer) = (try call.text(0), try call.text(1))
            return try target(capitalized(service) + layer, "services/\(service)/\(layer)", try call.value(2))
        case "server":
            let service = try call.text(0)
            return try target("mandate-\(service)", "services/\(service)/Server", try call.value(1))
        case "tests":
            let name = try call.text(0)
            return try target("\(name)Tests", "Tests/\(name)", try call.value(1), test: true)
        case ".target", ".executableTarget", ".testTarget":
            let name = try call.text("name")
            if cModules.contains(name) { return nil }
            return try target(
                name, (try? call.text("path")) ?? "Sources/\(name)", (try? call.value("dependencies")) ?? "[]",
                test: call.name == ".testTarget")
        case ".systemLibrary":
            return nil
        default:
            throw ManifestError("unknown kind of target: \(call.name)")
        }
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    private static func withoutComments(_ text: String) -> String {
        let comments = Array(MaskedSwift(text).comments.utf8)
        let kept = zip(text.utf8, comments).map { byte, comment in
            comment == UInt8(ascii: " ") ? byte : comment == UInt8(ascii: "\n") ? comment : UInt8(ascii: " ")
        }
        return String(decoding: kept, as: UTF8.self)
    }
}

struct ManifestError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = "Package.swift: \(description)" }
}
