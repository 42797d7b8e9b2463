import Messages

@testable import RPC

/// Frames of a script: an operation's low four bits are a kind, its high four bits a stream.
extension Script {
    /// One frame of a kind below 11; nil for what is left to the game.
    mutating func frame(_ operation: UInt8, opened: [UInt32], next: UInt32) -> Frame? {
        guard let kind = kind(operation & 15) else { return operation & 15 == 10 ? Frame(stream: next) : nil }
        return Frame(stream: stream(operation >> 4, kind, opened, next), kind: kind)
    }

    private mutating func kind(_ number: UInt8) -> Frame.Kind? {
        switch number {
        case 0: .request(Request(method: "test.Echo/Unary", done: operand() % 2 == 1))
        case 1: .message(StreamMessage(body: Array(repeating: 7, count: operand())))
        case 2: .halfClose(HalfClose())
        case 3: .cancel(Cancel())
        case 4: .credit(Credit(bytes: amount()))
        case 5: .ping(Ping(data: UInt64(operand())))
        case 6: .pong(Pong())
        case 7: .goaway(Goaway(lastStream: amount(), reason: operand() % 2 == 0 ? .draining : .internal))
        case 8: .hello(Hello(version: 1, frameBytesMax: amount(), streamWindowBytes: amount(), streamsMax: amount()))
        case 9: .response(Response(message: take(operand() % 4)))
        default: nil
        }
    }

    /// 0 fits the kind; then the streams opened last, and streams that do not fit.
    private mutating func stream(_ choice: UInt8, _ kind: Frame.Kind, _ opened: [UInt32], _ next: UInt32) -> UInt32 {
        switch choice {
        case 0: fitting(kind, opened, next)
        case 1...8: opened.suffix(Int(choice)).first ?? next
        case 9: next
        case 10: next &+ 4
        case 11: next &- 1
        case 12: 0
        default: UInt32(operand())
        }
    }

    private func fitting(_ kind: Frame.Kind, _ opened: [UInt32], _ next: UInt32) -> UInt32 {
        switch kind {
        case .request: next
        case .message, .halfClose, .cancel, .credit, .response: opened.last ?? next
        case .hello, .ping, .pong, .goaway: 0
        }
    }
}
