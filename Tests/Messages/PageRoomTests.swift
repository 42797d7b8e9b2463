import Messages
import Testing

struct PageRoomTests {
    /// 16 bytes with its tag and length.
    private let row = GetGroupRequest(groupId: "12345678901234")

    @Test("rows fit until their number is reached")
    func rows() {
        var room = PageRoom(rows: 2, bytes: 1000)
        #expect([room.take(row), room.take(row), room.take(row), room.take(row)] == [true, true, false, false])
    }

    @Test("rows fit until their bytes are reached, with what a field costs besides")
    func bytes() {
        var room = PageRoom(rows: 100, bytes: 2 * (16 + 6))
        #expect([room.take(row), room.take(row), room.take(row)] == [true, true, false])
        var smaller = PageRoom(rows: 100, bytes: 2 * (16 + 6) - 1)
        #expect([smaller.take(row), smaller.take(row)] == [true, false])
    }

    @Test("the first row always fits, and a page that is full stays full")
    func first() {
        var room = PageRoom(rows: 100, bytes: 1)
        #expect([room.take(row), room.take(GetGroupRequest()), room.take(row)] == [true, false, false])
    }
}
