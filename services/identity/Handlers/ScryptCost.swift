/// What one password costs (RFC 7914): memory is 128 · N · r bytes, time grows with N · r · p.
package struct ScryptCost: Sendable, Equatable {
    /// N, a power of two.
    package var rounds: Int
    /// r.
    package var blockSize: Int
    /// p.
    package var parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 32 MiB and about a tenth of a second.
    package static let standard = ScryptCost(rounds: 1 << 15, blockSize: 8, parallelism: 1)
}
