/// When a decision is made, in microseconds since 1970, UTC: an instant, or the two that clocks which disagree give.
///
/// What counts must count at both: what has ended by either has ended, what has not begun by either has not begun. A
/// window has no gap, so what counts at both counts at every instant between.
package struct Now: Hashable, Sendable {
    package var earliest: Int64
    /// Never before `earliest`.
    package var latest: Int64

    package init(_ clock: (earliest: Int64, latest: Int64)) { (earliest, latest) = clock }

    package init(_ time: Int64) { self.init((time, time)) }
}
