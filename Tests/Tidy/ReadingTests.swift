import Testing

/// The tests' own eyes: they would see what they look for.
struct ReadingTests {
    @Test("imports are found in every spelling")
    func imports() {
        let text = MaskedSwift(
            """
            import A
            public import B
            @testable package import struct C.D
            @preconcurrency import E // why
            // import F
            let text = "import G"
            """)
        #expect(Import.all(in: text).map(\.module) == ["A", "B", "C", "E"])
        #expect(Import.all(in: text).map(\.line) == [1, 2, 3, 4])
    }

    @Test("a masked source keeps lines and columns")
    func masked() {
        let text = "let a = \"b // c\" // d \"e\"\nlet f = \"\\(g(\"h\"))i\" /* j\n*/ + k"
        let masked = MaskedSwift(text)
        #expect(masked.code == "let a = \"      \"         \nlet f = \" (g(\" \")) \"     \n   + k")
        #expect(masked.comments == "                 // d \"e\"\n                     /* j\n*/    ")
    }

    @Test("every shape of the manifest is read")
    func manifest() throws {
        let text = """
            let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
            let package = Package(
                name: "p", products: [.executable(name: "x", targets: ["x"])],
                targets: [
                    // A comment, with [brackets.
                    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
                    .target(name: "CMessages", dependencies: ["CProtobufC"]),
                    library("A", ["B", nio]), library("B", []),
                    layer("audit", "Domain", [.product(name: "Crypto", package: "c")], resources: [.copy("d")]),
                    server("audit", ["AuditDomain"]),
                    .executableTarget(name: "e", dependencies: ["A",], path: "Tests/E", swiftSettings: strict),
                    tests("A", ["A", nio]),
                ])
            """
        let found = try Manifest(text).targets.map { "\($0.name) \($0.folder) \($0.dependencies.sorted()) \($0.isTest)" }
        #expect(
            found == [
                #"A Sources/A ["B", "NIOCore"] false"#, "B Sources/B [] false",
                #"AuditDomain services/audit/Domain ["Crypto"] false"#,
                #"mandate-audit services/audit/Server ["AuditDomain"] false"#, #"e Tests/E ["A"] false"#,
                #"ATests Tests/A ["A", "NIOCore"] true"#,
            ])
    }

    @Test(
        "a manifest in another shape is refused, not skipped",
        arguments: ["plugin(\"A\")", "library(\"A\", [b])", "library(\"A\")"])
    func strangeManifest(_ target: String) {
        #expect(throws: ManifestError.self) { try Manifest("let package = Package(targets: [\(target)])") }
    }

    @Test("a reason for @unchecked Sendable stands right above it")
    func uncheckedSendable() {
        let text = MaskedSwift(
            """
            /// `@unchecked Sendable`: only the loop touches it.
            @usableFromInline
            final class A: @unchecked Sendable {}

            /// A box.
            final class B: @unchecked Sendable {}
            """)
        #expect(
            UncheckedSendable.uses(in: text) == [
                UncheckedSendable(line: 3, hasReason: true), UncheckedSendable(line: 6, hasReason: false),
            ])
    }

    @Test(
        "a machine's path is told from the end of another",
        arguments: [
            ("see /pl/x", true), ("\"/pl/x\"", true), ("a=/pl/", true), ("/pl/x", true), ("https://a.example/pl/x", false),
            ("${root}/pl/x", false), ("../pl/x", false), ("$root/pl/x", false), ("/plain/x", false),
        ])
    func machinePath(_ line: String, _ isOne: Bool) {
        #expect(MachinePath.begins(in: line[...], with: "/pl/") == isOne)
    }

    @Test(
        "words of a name",
        arguments: [
            ("HTTPHelper", ["http", "helper"]), ("FooBarBaz", ["foo", "bar", "baz"]), ("Foo+Bar", ["foo", "bar"]),
            ("a_b", ["a", "b"]),
            ("Base64URL", ["base64", "url"]), ("Database", ["database"]),
        ])
    func words(_ name: String, _ words: [String]) {
        #expect(Name.words(of: name) == Set(words))
    }

    @Test("the repository was found")
    func repository() {
        #expect(Repository.here.file("Package.swift") != nil)
        #expect(Repository.here.files.contains { $0.path == "Tests/Tidy/ReadingTests.swift" })
        #expect(!Repository.here.files.contains { $0.path.hasPrefix(".build/") })
    }
}
