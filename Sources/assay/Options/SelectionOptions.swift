internal import ArgumentParser
internal import Relevance

/// Which judgments of a journal take part.
struct SelectionOptions: ParsableArguments {
  @Option(help: "Only this assessor's; may be given several times.")
  var assessor: [String] = []

  @Option(
    help: """
      Only from this source: human, imported, implicit, or in full as in implicit:clicks; may be given several times. \
      All but implicit when left out.
      """)
  var source: [String] = []

  @Option(help: "Only on this scale.")
  var scale: String?

  /// The selection.
  var selection: JudgmentSelection {
    JudgmentSelection(
      assessors: Set(assessor.map(OpaqueName.init)), sources: Set(source.map(OpaqueName.init)),
      scales: Set([scale].compactMap(\.self).map(OpaqueName.init)))
  }
}
