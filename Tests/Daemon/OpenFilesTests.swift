import Testing

@testable import Daemon

@Suite("Open files")
struct OpenFilesTests {
    @Test(
        "as many connections as configured, if so many files fit",
        arguments: [(10_000, 20_000, 10_000), (10_000, 1_024, 768), (10, 266, 10), (10_000, 272, 16)])
    func fitting(_ wanted: Int, _ files: Int, _ connections: Int) throws {
        #expect(try OpenFiles.connections(wanted, of: files) == connections)
    }

    @Test("hardly any is a mistake that is named", arguments: [0, 256, 271])
    func tooFew(_ files: Int) {
        #expect { _ = try OpenFiles.connections(10_000, of: files) } throws: { error in
            "\(error)".contains("ulimit -n")
        }
    }

    @Test("the limit is raised, and stays so")
    func raised() {
        let files = OpenFiles.raised()
        #expect(files > 0)
        #expect(OpenFiles.raised() == files)
    }
}
