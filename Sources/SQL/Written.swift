/// What a write, or a snapshot, answers and the position it stands for.
///
/// A write that changed nothing has the position that it saw: whoever waits for it waits for all it relied on.
package struct Written<T: Sendable>: Sendable {
    package var value: T
    package var position: Int64

    package init(value: T, position: Int64) {
        self.value = value
        self.position = position
    }
}

extension Written: Equatable where T: Equatable {}
