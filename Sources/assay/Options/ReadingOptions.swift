internal import ArgumentParser
internal import Relevance

/// The flags that say how grades are read where columns are compared.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: [.customShort("l"), .long], parsing: .unconditional,
    help: "The smallest grade that counts as relevant for measures of yes and no.")
  var relevantFrom: Int = 1

  @Flag(name: [.customShort("J"), .long], help: "Leave unjudged items out and close the ranks up.")
  var judgedOnly = false

  func validate() throws {
    guard relevantFrom >= 0 else {
      throw ValidationError("--relevant-from must be 0 or more, not \(relevantFrom)")
    }
  }

  /// How rankings and grades are read.
  var reading: Evaluation.Reading { Evaluation.Reading(level: relevantFrom, isJudgedOnly: judgedOnly) }
}
