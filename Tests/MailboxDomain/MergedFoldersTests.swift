import Lots
import Testing

@testable import MailboxDomain

struct MergedFoldersTests {
    @Test("D27 a path and all above it, the top last")
    func upwards() throws {
        for (path, expected) in [("/", ["/"]), ("/a", ["/a", "/"]), ("/a/bb/c", ["/a/bb/c", "/a/bb", "/a", "/"])] {
            #expect(try FolderPath(path).upwards.map(\.text) == expected)
        }
    }

    @Test(
        "D27 merged folders give what all of them give, each once, and none within another that gives as much", arguments: 0..<40)
    func merging(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let paths = try ["/", "/a", "/a/b", "/a/b/c", "/ab", "/b", "/b/a"].map { try FolderPath($0) }
        let drawn = (0..<random.below(12)).map { _ in
            FolderGrant(
                path: paths[Int(random.below(Int64(paths.count)))], subtree: random.once(in: 2),
                operations: FolderOperations(rawValue: UInt8(1 + random.below(7))))
        }
        let merged = drawn.merged
        for path in paths + [try FolderPath("/a/b/c/d"), try FolderPath("/x")] {
            for operation in FolderOperation.allCases {
                #expect(merged.cover(path, operation) == drawn.cover(path, operation), "\(path.text) \(operation)")
            }
        }
        #expect(merged == merged.inOrder)
        for (place, grant) in merged.enumerated() {
            for (other, above) in merged.enumerated() where other != place {
                let holds = above.path == grant.path || (above.path.isAbove(grant.path))
                #expect(!(above.subtree && holds && above.operations.isSuperset(of: grant.operations)))
            }
        }
    }

    @Test("D27 thousands of folders are merged in a moment, for a lock is held")
    func many() throws {
        let many = try (0..<20_000).map { FolderGrant(path: try FolderPath("/\($0 / 100)/\($0)"), operations: .read) }
        #expect(many.merged.count == 20_000)
        #expect((many + [FolderGrant(path: .top, operations: .all)]).merged.count == 1)
    }
}
