import Foundation
import Testing

@testable import mandatectl

@Suite("Writing to who may not take it")
struct DescriptorTests {
    @Test("all of it arrives, also where the pipe takes a part at a time and does not wait")
    func whole() async throws {
        let pipe = Pipe()
        let output = pipe.fileHandleForWriting
        #expect(fcntl(output.fileDescriptor, F_SETFL, O_NONBLOCK) == 0)
        let text = String(repeating: "ż", count: 300_000)
        let reading = Task.detached { pipe.fileHandleForReading.readData(ofLength: 600_000) }
        #expect(Descriptor.write(text, to: output.fileDescriptor) == 0)
        #expect(await reading.value == Data(text.utf8))
        // A handle that is let go of closes.
        try output.close()
    }

    @Test("who is gone and what is full are told, and nothing traps")
    func refused() throws {
        signal(SIGPIPE, SIG_IGN)
        let pipe = Pipe()
        let output = pipe.fileHandleForWriting
        try pipe.fileHandleForReading.close()
        #expect(Descriptor.write("x", to: output.fileDescriptor) == EPIPE)
        try output.close()
        let full = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        #expect(Descriptor.write("x", to: full.fileDescriptor) == ENOSPC)
        try full.close()
        #expect(Descriptor.write("x", to: -1) == EBADF)
        #expect(Descriptor.write("", to: -1) == 0)
    }
}
