package import AuditDomain

/// What an append has led to.
package struct Appended: Sendable, Equatable {
    /// The sequence that the log expects next from this source and epoch.
    package var nextSequence: Int64
    /// Each log that the batch names, also where all of its events were there already.
    package var heads: [LogName: LogHead]
}
