import Messages
import Testing

@testable import ChangeFeed

struct ConsistencyTokenTests {
    private let token = ConsistencyToken([
        "mailbox": .init(epoch: "m1", position: 258), "identity": .init(epoch: "i1", position: 7),
    ])

    @Test("golden bytes, in the order of the names")
    func golden() {
        let bytes: [UInt8] =
            [1, 2, 8] + Array("identity".utf8) + [2] + Array("i1".utf8) + [0, 0, 0, 0, 0, 0, 0, 7]
            + [7] + Array("mailbox".utf8) + [2] + Array("m1".utf8) + [0, 0, 0, 0, 0, 0, 1, 2]
        #expect(token.text == Base64URL.text(bytes))
        #expect(ConsistencyToken(token.text) == token)
    }

    @Test("the largest token is short enough")
    func largest() {
        let place = ConsistencyToken.Place(epoch: "0123456789abcdefghjkmnpqrs", position: .max)
        let token = ConsistencyToken(["identity": place, "mailbox": place, "audit": place])
        #expect(token.text.utf8.count <= 500)
        #expect(ConsistencyToken(token.text) == token)
    }

    @Test(
        "what is no token is refused",
        arguments: [
            [], [1], [1, 0], [2, 1, 1, 97, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7], [1, 1, 0, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7],
            [1, 1, 1, 97, 0, 0, 0, 0, 0, 0, 0, 0, 7], [1, 1, 1, 97, 1, 98, 0, 0, 0, 0, 0, 0, 7],
            [1, 1, 1, 97, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7, 0], [1, 1, 1, 97, 1, 98, 128, 0, 0, 0, 0, 0, 0, 7],
            [1, 1, 1, 255, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7],
            [1, 2, 1, 97, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7, 1, 97, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7],
            [1, 2, 1, 98, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7, 1, 97, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7],
            // e and an accent, then é: one name to Swift.
            [1, 2, 3, 101, 204, 129, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7, 2, 195, 169, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7],
            [1, 9, 1, 97, 1, 98, 0, 0, 0, 0, 0, 0, 0, 7], [1, 1, 200, 97],
        ] as [[UInt8]])
    func refused(bytes: [UInt8]) {
        #expect(ConsistencyToken(Base64URL.text(bytes)) == nil)
    }

    @Test("other text is refused", arguments: ["", "=", "ä", "AQ==", String(repeating: "A", count: 501)])
    func refusedText(text: String) {
        #expect(ConsistencyToken(text) == nil)
        #expect(ConsistencyToken(token.text + text) == (text.isEmpty ? token : nil))
    }

    @Test("a view meets a token at its position or behind it, in the same epoch")
    func met() {
        #expect(token.isMet(by: "mailbox", epoch: "m1", position: 258))
        #expect(token.isMet(by: "mailbox", epoch: "m1", position: 300))
        #expect(!token.isMet(by: "mailbox", epoch: "m1", position: 257))
        #expect(!token.isMet(by: "mailbox", epoch: "m2", position: 300))
        #expect(token.isMet(by: "audit", epoch: "", position: 0))
    }
}
