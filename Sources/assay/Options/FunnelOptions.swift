internal import ArgumentParser

/// The flags of the funnel of `assay sweep`.
struct FunnelOptions: ParsableArguments {
  @Flag(
    name: .customLong("funnel"),
    help: "Instead of the measures: how many relevant items a coarse first stage keeps, and which it loses.")
  var isWanted = false

  @Option(parsing: .upToNextOption, help: "How many items coarse stages hand on.")
  var shortlists: [Int] = [25, 50, 100, 200, 400]

  @Option(parsing: .unconditional, help: "The shortlist whose losses are listed.")
  var lostAt: Int = 100

  @Option(
    parsing: .unconditional, help: "List only what the full ranking has among its first so many.")
  var within: Int = 10

  @Option(parsing: .unconditional, help: "How many losses of each stage are listed.")
  var listed: Int = 5

  func validate() throws {
    guard !shortlists.isEmpty, shortlists.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("--shortlists must be at least 1")
    }
    guard lostAt > 0 else { throw ValidationError("--lost-at must be at least 1, not \(lostAt)") }
    guard within > 0 else { throw ValidationError("--within must be at least 1, not \(within)") }
    guard listed >= 0 else { throw ValidationError("--listed must be at least 0, not \(listed)") }
  }
}
