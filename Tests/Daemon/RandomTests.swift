import Testing

@testable import Daemon

struct RandomTests {
    @Test("as many bytes as asked for, each of them random", arguments: [0, 1, 7, 8, 9, 31, 32, 33])
    func count(count: Int) {
        #expect(ServerProcess.random(count).count == count)
    }

    @Test("no two salts are alike, and every place takes every kind of value")
    func spread() {
        let salts = (0..<2000).map { _ in ServerProcess.random(33) }
        #expect(Set(salts).count == salts.count)
        for place in 0..<33 {
            // Of 256 values 2,000 draws miss one with 0.04 %: half of them in one place never.
            #expect(Set(salts.map { $0[place] }).count > 128)
        }
    }
}
