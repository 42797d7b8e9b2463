import Testing

/// Every import points where `modules` allows, and Package.swift says the same.
struct ArrowTests {
    let repository = Repository.here

    @Test("an import is one the table allows")
    func imports() {
        var violations: [Violation] = []
        for (file, source) in repository.swift
        where file.path.hasPrefix("Sources/") || file.path.hasPrefix("services/") {
            guard let module = modules.first(where: { file.path.hasPrefix($0.folder + "/") }) else {
                violations.append(Violation(file.path, "belongs to no module of the table"))
                continue
            }
            for found in Import.all(in: source)
            where !module.imports.contains(found.module) && !module.platform.contains(found.module) {
                violations.append(Violation(file.path, found.line, "\(module.name) may not import \(found.module)"))
            }
        }
        expectNone(violations)
    }

    @Test("the manifest lists for each module exactly what the table allows")
    func manifest() throws {
        let targets = try manifestTargets().filter { !$0.folder.hasPrefix("Tests/") }
        var violations: [Violation] = []
        for target in targets {
            guard let module = modules.first(where: { $0.name == target.name }) else {
                violations.append(Violation("Package.swift", "\(target.name) is not in the table"))
                continue
            }
            if target.folder != module.folder {
                violations.append(Violation("Package.swift", "\(target.name) lies in \(target.folder), not in \(module.folder)"))
            }
            for name in target.dependencies.subtracting(module.imports).sorted() {
                violations.append(Violation("Package.swift", "\(target.name) may not depend on \(name)"))
            }
            for name in module.imports.subtracting(target.dependencies).sorted() {
                violations.append(
                    Violation("Package.swift", "\(target.name) no longer depends on \(name); take it out of the table"))
            }
        }
        for module in modules where !targets.contains(where: { $0.name == module.name }) {
            violations.append(Violation("Package.swift", "\(module.name) is gone; take it out of the table"))
        }
        expectNone(violations)
    }

    @Test("a test imports what its target declares, no C library and no second service")
    func testTargets() throws {
        var violations: [Violation] = []
        let targets = try manifestTargets()
        for target in targets where target.folder.hasPrefix("Tests/") {
            let within = targets.map(\.folder).filter { $0.hasPrefix(target.folder + "/") }
            let services = Set(target.dependencies.compactMap(service(of:)))
            if services.count > 1, !testsOfClients.contains(target.name) {
                violations.append(
                    Violation("Package.swift", "\(target.name) reaches into \(services.sorted().joined(separator: " and "))"))
            }
            for (file, source) in repository.swift
            where file.path.hasPrefix(target.folder + "/") && !within.contains(where: { file.path.hasPrefix($0 + "/") }) {
                for found in Import.all(in: source)
                where !target.dependencies.contains(found.module) && !anyPlatform.contains(found.module)
                    && !(found.module == "Testing" && target.isTest) || cModules.contains(found.module)
                {
                    violations.append(Violation(file.path, found.line, "\(target.name) may not import \(found.module)"))
                }
            }
        }
        expectNone(violations)
    }

    @Test("the table itself keeps the laws of the design")
    func laws() {
        let names = Set(modules.map(\.name))
        for module in modules {
            #expect(!reachable(from: module.name).contains(module.name), "\(module.name) reaches itself")
            if let service = module.service {
                for other in module.imports {
                    let owner = self.service(of: other)
                    #expect(owner == nil || owner == service, "\(module.name) imports another service: \(other)")
                }
            }
            if module.isDomain {
                #expect(
                    module.imports.isDisjoint(with: names.subtracting(functionsOverValues)),
                    "\(module.name) imports more than values: \(module.imports)")
                #expect(!module.imports.contains { $0.hasPrefix("NIO") }, "\(module.name) imports NIO")
                #expect(module.platform == ["Synchronization"], "\(module.name) is not pure")
            }
        }
        for c in cModules {
            let importers = modules.filter { $0.imports.contains(c) }.map(\.name)
            #expect(importers.count == 1, "\(c) has one Swift importer, not \(importers)")
        }
    }

    private func manifestTargets() throws -> [Manifest.Target] {
        try Manifest(#require(repository.file("Package.swift")).text).targets
    }

    private func service(of name: String) -> String? { modules.first { $0.name == name }?.service }

    private func reachable(from name: String) -> Set<String> {
        var found: Set<String> = []
        var open = [name]
        while let next = open.popLast() {
            for other in modules.first(where: { $0.name == next })?.imports ?? [] where found.insert(other).inserted {
                open.append(other)
            }
        }
        return found
    }
}
