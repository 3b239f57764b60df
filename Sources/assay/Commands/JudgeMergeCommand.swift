internal import ArgumentParser
internal import Storage
internal import TerminalUI

/// `assay judge merge`: several journals as one.
struct JudgeMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Merge journals into a new one.",
    discussion: """
      Every decision of every journal, each line exactly as it was written and once, ordered by time, then assessor. \
      The journals stay as they are, and so does whatever has the new one's name. What they do not agree about is \
      said: somebody who decided differently in two of them, clocks that went backwards, query ids that stand for two \
      texts, batches that share a name.
      """)

  @Argument(help: "Journals, or indexes or catalogues that have one; two or more.")
  var places: [String]

  @Option(name: [.short, .long], help: "The new journal.")
  var output: String

  func validate() throws {
    guard places.count > 1 else { throw ValidationError("name two journals or more to merge") }
  }

  func run() throws {
    let journals = try places.map { try JournalPlace.existing($0, settings: .current) }
    let merge = try JournalMerge(journals)
    try merge.write(to: output)
    for fault in merge.faults { Diagnostics.say("assay: \(fault)") }
    for conflict in merge.conflicts { Diagnostics.say("conflict: \(conflict)") }
    Diagnostics.say(
      "\(Numerals.counted(merge.count, "line")) in \(output), \(Numerals.grouped(merge.duplicates)) of them in more than one "
        + "journal counted once, "
        + Numerals.counted(merge.conflicts.count, "conflict"))
  }
}
