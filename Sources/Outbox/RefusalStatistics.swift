/// What is known of the refusals since the start.
package struct RefusalStatistics: Sendable, Equatable {
    /// In events of their own.
    package var writtenAlone: Int
    /// In the number that an event says.
    package var writtenCounted: Int
    /// Counted, and in no event yet.
    package var waiting: Int
}
