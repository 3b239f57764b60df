internal import ArgumentParser
internal import Relevance

/// The flags that say how intervals and p values are made; every command that judges differences has them.
struct StatisticsOptions: ParsableArguments {
  @Option(help: "Where random sequences start; the same seed gives the same numbers.")
  var seed: UInt64 = 1

  @Option(parsing: .unconditional, help: "How many times queries are drawn anew for an interval.")
  var resamples: Int = 10_000

  @Option(
    parsing: .unconditional,
    help: "How many assignments of signs the randomisation test draws where it can't look at all.")
  var permutations: Int = 100_000

  @Option(parsing: .unconditional, help: "How much an interval covers, above 0 and below 1.")
  var level: Double = 0.95

  func validate() throws {
    guard resamples > 0 else { throw ValidationError("--resamples must be at least 1, not \(resamples)") }
    guard permutations > 0 else {
      throw ValidationError("--permutations must be at least 1, not \(permutations)")
    }
    guard level > 0, level < 1 else {
      throw ValidationError("--level must lie between 0 and 1, not \(level)")
    }
  }

  /// The bootstrap these flags describe.
  var bootstrap: Bootstrap { Bootstrap(resamples: resamples, level: level, seed: seed) }

  /// The whole method these flags describe.
  var method: ComparisonMethod {
    ComparisonMethod(
      bootstrap: bootstrap, randomisation: RandomisationTest(samples: permutations, seed: seed))
  }
}
