internal import ArgumentParser
internal import Relevance
internal import Storage

/// `assay judge agree`: how well assessors agree.
struct JudgeAgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Tell how well assessors agree, two by two, all together, and where they don't.",
    discussion: """
      raw is the share of pairs of grades that are the same. κ is Cohen's, with disagreements counted alike, by distance, \
      and by its square; bias is how much higher the first grades on average. α is Krippendorff's, for any number of \
      assessors and items that some missed. Both are 1 for perfect agreement and 0 for chance; – where chance allows \
      no disagreement. Each scale is reported on its own. The intervals in brackets are of items drawn anew, \
      10,000 times.

      What was derived from clicks is compared with each person, but counts neither in α nor in the lists unless \
      --with-implicit is given.
      """)

  @Argument(help: "Journals, or indexes or catalogues that have one; assessors of one name are one.")
  var places: [String]

  @OptionGroup var selecting: SelectionOptions

  @Flag(help: "Count what was derived from clicks like an assessor.")
  var withImplicit = false

  @Option(help: "How several assessors' grades become one in --output: latest, median, majority or max.")
  var resolve: Resolution?

  @Option(name: [.short, .long], help: "Where the resolved grades go.")
  var output: String?

  @Option(name: .customLong("as"), help: "The format of --output.")
  var fileFormat: FormatChoice?

  @Option(help: "How many queries and items to list.")
  var list: Int = 10

  @Option(help: "table or json (one object a line for each scale).")
  var format: JudgeFormat = .table

  @Option(help: "Where the random numbers of the intervals start.")
  var seed: UInt64 = 1

  func validate() throws {
    guard !places.isEmpty else { throw ValidationError("name a journal") }
    guard list >= 0 else { throw ValidationError("--list must be 0 or more, not \(list)") }
    if (resolve == nil) != (output == nil) {
      throw ValidationError("--resolve and --output belong together: how, and where to")
    }
  }

  func run() throws {
    var judgments: [Judgment] = []
    for place in places {
      let content = try JournalPlace.written(place, settings: .current).read()
      if let repair = content.repair { Diagnostics.say("assay: \(repair)") }
      for fault in content.faults { Diagnostics.say("assay: \(fault)") }
      judgments += content.judgments
    }
    // What comes later counts, also when journals are named in another order.
    judgments = judgments.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
    try report(judgments)
    guard let resolve else { return }
    let export = try JudgmentExport(
      judgments, choosing: selecting.selection, resolving: resolve,
      naming: QueryNaming(QuerySet(), judgments: judgments),
      own: places.lazy.compactMap(JournalPlace.scale).first)
    try JudgmentFile.write(export, as: fileFormat?.format ?? TRECFormat(), locale: "us", to: output)
  }

  private func report(_ judgments: [Judgment]) throws {
    var selection = selecting.selection
    if selection.sources.isEmpty { selection.sources = ["human", "imported", "implicit"] }
    let grades = Dictionary(grouping: StandingJudgments(judgments, choosing: selection).grades) {
      OpaqueName($0.scale)
    }
    let bootstrap = Bootstrap(seed: seed)
    if grades.isEmpty { Diagnostics.say("there are no grades to compare") }
    for (index, (scale, grades)) in grades.sorted(by: { $0.key < $1.key }).enumerated() {
      let raters = Set(grades.map { [OpaqueName($0.assessor), $0.source.isImplicit ? "implicit" : ""] })
      if raters.count < 2, let only = grades.first?.assessor {
        Diagnostics.say("only '\(only)' graded on \(scale); agreement needs two assessors")
      }
      let report = AgreementReport(
        GradeTable(grades), includesImplicit: withImplicit, bootstrap: bootstrap)
      let lines = AgreementLines(report, scale: scale.text, bootstrap: bootstrap)
      switch format {
      case .table: TextOutput.text((index > 0 ? "\n" : "") + lines.table(listing: list))
      case .json: TextOutput.line(try lines.jsonLine())
      }
    }
  }
}
