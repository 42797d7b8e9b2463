/// The rows, as one write sees them: the store's, and those of the simulation.
protocol DueTable {
    /// Those whose `tryAt` is not after `now`, in the order of `DueEntry.isBefore`.
    func due(at now: Int64, limit: Int) throws -> [DueEntry]
    /// The one of a key that comes before all others of it, save those that are not to be tried at `now` though they have
    /// never failed: in front of all that have, these wait for room.
    func first(of key: String, at now: Int64) throws -> DueEntry?
    /// False when it is gone, or due at another time than it was when it was read.
    func remove(_ entry: DueEntry) throws -> Bool
    /// Another attempt at another time, of one that is there.
    func postpone(_ entry: DueEntry) throws
    /// When the next is to be tried, and since when the one that has waited longest is or will be due.
    func next() throws -> (tryAt: Int64, oldest: Int64)?
    /// What `body` did is undone when it throws.
    func alone(_ body: () throws -> Void) throws
}
