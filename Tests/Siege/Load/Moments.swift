internal import NIOCore

/// Nanoseconds of CLOCK_MONOTONIC: one clock for every process of a machine.
func monotonicNanoseconds() -> UInt64 { NIODeadline.now().uptimeNanoseconds }

func milliseconds(since moment: UInt64) -> Double { Double(monotonicNanoseconds() - moment) / 1e6 }
