internal import ArgumentParser
internal import Relevance
internal import Storage

/// Which of a journal's judgments count, and how several assessors' grades become one.
struct JudgmentOptions: ParsableArguments {
  @Option(help: "How several assessors' grades become one: latest, median, majority or max.")
  var resolve: Resolution = .latest

  @OptionGroup var chosen: SelectionOptions

  /// The judgments that count.
  var selection: JudgmentSelection { chosen.selection }

  /// What a journal says; what is wrong with it is said.
  func content(of journal: JudgmentJournal) throws(StorageError) -> JournalContent {
    let content = try journal.read()
    for line in [content.repair].compactMap(\.self) + content.faults.map({ "\($0); left alone" }) {
      Diagnostics.say("assay: \(line)")
    }
    return content
  }

  /// The qrels that the chosen judgments amount to; when none is chosen, what there is to choose from is said.
  /// - Throws: `CommandFailure` when the grades are on several scales.
  func qrels(of content: JournalContent, path: String) throws(CommandFailure) -> Qrels {
    let standing = StandingJudgments(content.judgments, choosing: selection)
    let grades = standing.grades
    let scales = Dictionary(grouping: grades, by: { OpaqueName($0.scale) }).sorted { $0.key < $1.key }
    guard scales.count < 2 else {
      let counts = scales.map { "\($0.value.count) on '\($0.key)'" }.joined(separator: ", ")
      throw .usage("\(path): grades of several scales can't be mixed: \(counts); choose with --scale")
    }
    if content.judgments.isEmpty { Diagnostics.say("assay: \(path): no decisions; nothing was judged yet") }
    sayReplaced(in: content.judgments, path: path)
    if grades.isEmpty, !content.judgments.isEmpty {
      Diagnostics.say(
        "assay: \(path): no grade is chosen; the journal has \(Self.inventory(content.judgments))")
    }
    return Qrels(standing: standing, resolving: resolve)
  }

  /// Says how many grades don't count because their assessor decided about the item on another scale since.
  private func sayReplaced(in judgments: [Judgment], path: String) {
    let replaced = OverriddenGrades(judgments, choosing: selection).counts
    guard !replaced.isEmpty else { return }
    let counts = replaced.map { "\($0.count) on '\($0.scale)'" }.joined(separator: ", ")
    Diagnostics.say(
      "assay: \(path): grades that a later decision on another scale replaced: \(counts); --scale gives those of one"
    )
  }

  /// What could have been chosen.
  private static func inventory(_ judgments: [Judgment]) -> String {
    func list(_ name: String, _ value: (Judgment) -> String) -> String {
      name + " "
        + Set(judgments.map { OpaqueName(value($0)) }).sorted().prefix(8).map { "'\($0)'" }.joined(
          separator: ", ")
    }
    return [list("assessors", \.assessor), list("sources", \.source.description), list("scales", \.scale)]
      .joined(separator: "; ")
  }
}
