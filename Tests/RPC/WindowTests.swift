import Testing

@testable import RPC

@Suite struct WindowTests {
    /// What each message finds, one after the other.
    private func spend(_ window: inout Window, _ messages: [Int]) -> [Bool] {
        messages.map { window.spend($0) }
    }

    @Test("a window above zero lets one message pass that takes it below")
    func below() {
        var window = Window(10)
        let passed = spend(&window, [4 << 20, 1])
        #expect(passed == [true, false])
        #expect(!window.isOpen)
        let isValid = window.credit(4 << 20)
        #expect(isValid)
        #expect(window.bytes == 10)
    }

    @Test("an empty message costs one byte")
    func empty() {
        var window = Window(2)
        let passed = spend(&window, [0, 0, 0])
        #expect(passed == [true, true, false])
    }

    @Test(
        "credit is refused when it is zero or takes the window past 2^31-1",
        arguments: [(0, 0, false), (0, -1, false), (1, Window.max, false), (0, Window.max, true), (-5, Window.max, true)])
    func credit(start: Int, more: Int, isValid: Bool) {
        var window = Window(start)
        let wasValid = window.credit(more)
        #expect(wasValid == isValid)
    }
}
