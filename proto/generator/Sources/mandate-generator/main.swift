import Foundation
import Generator

// mandate-generator strip   <descriptor set> <stripped set>     prints the files of the stripped set
// mandate-generator swift   <descriptor set> <folder for Messages> <folder for Contract>
// mandate-generator commands <descriptor set> <folder for mandatectl>
// mandate-generator vectors <descriptor set> <file>
// mandate-generator methods <descriptor set> <file>              every method in one line, for people
// mandate-generator files   <descriptor set> <file>              the descriptors themselves, for reflection

func read(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
}

func write(_ files: [String: String], into folder: String) throws {
    for (name, text) in files {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
}

do {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, Array(arguments.dropFirst())) {
    case ("strip", let paths) where paths.count == 2:
        let stripped = try Stripping.strip(read(paths[0]))
        try Data(stripped.set).write(to: URL(filePath: paths[1]))
        for file in stripped.files { print(file) }
    case ("swift", let paths) where paths.count == 3:
        let generation = try Generation(read(paths[0]))
        try write(generation.messages, into: paths[1])
        try write(generation.contract, into: paths[2])
    case ("commands", let paths) where paths.count == 2:
        try write(Generation(read(paths[0])).commands(), into: paths[1])
    case ("vectors", let paths) where paths.count == 2:
        try Data(Generation(read(paths[0])).vectors.utf8).write(to: URL(filePath: paths[1]))
    case ("methods", let paths) where paths.count == 2:
        try Data(Generation(read(paths[0])).methodTable.utf8).write(to: URL(filePath: paths[1]))
    case ("files", let paths) where paths.count == 2:
        try Data(DescriptorSource.write(read(paths[0])).utf8).write(to: URL(filePath: paths[1]))
    default:
        FileHandle.standardError.write(
            Data("usage: mandate-generator strip|swift|commands|vectors|methods|files <descriptor set> <output>…\n".utf8))
        exit(64)
    }
} catch {
    FileHandle.standardError.write(Data("mandate-generator: \(error)\n".utf8))
    exit(1)
}
