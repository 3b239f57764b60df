internal import ArgumentParser
internal import Foundation
internal import Relevance
internal import Storage

/// `assay judge derive`: grades from a log of clicks.
struct JudgeDeriveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "derive",
    abstract: "Derive grades from impressions and clicks.",
    discussion: """
      The log is a table with a heading: query_id, product_id, impressions, position (from 1), clicks, and optionally \
      date, add_to_carts and purchases. The rate of acts at each position is taken from the log; an item's ratio is its \
      acts over those that an average item would have got where it was shown, impression by impression. 1 is average. \
      An act is a click; --cart-weight and --purchase-weight add to it. As good rankings put better items first, the rates \
      hold some of that too, and the ratios of their first items are a little low.

      Ratio 0 is the lowest grade; the others are split into as many equal parts as the scale has grades above it, or \
      at --cuts. Only items that were shown and expected to be clicked often enough are graded.

      The grades go to a journal as one batch, marked implicit; they never mix with what people decided unless a command \
      asks for them with --source implicit. Deriving again under the same name replaces what it gave before.
      """)

  @Argument(help: "The log, comma-separated, or tab-separated when it ends with .tsv.")
  var log: String

  @Option(help: "The scale of the grades; the catalogue's, else 0-3.")
  var scale: String?

  @Option(help: "The first day that counts, as 2026-09-07.")
  var since: String?

  @Option(help: "The last day that counts.")
  var until: String?

  @Option(help: "The fewest impressions of an item for a query.")
  var minImpressions: Int = 100

  @Option(help: "The fewest acts an average item would have got in its places; below, no act says nothing.")
  var minExpected: Double = 1

  @Option(help: "What an addition to the basket adds to the click before it.")
  var cartWeight: Double = 1

  @Option(help: "What a purchase adds.")
  var purchaseWeight: Double = 1

  @Option(help: ArgumentHelp("Where bins end, instead of quantiles.", valueName: "ratio,ratio"))
  var cuts: String?

  @Option(help: "The derivation's name, by which its grades can be asked for: implicit:NAME.")
  var name: String = "clicks"

  @Option(help: "An index or an indexed catalogue, for its journal and queries.")
  var index: String?

  @Option(help: "The query set, for the queries' texts.")
  var queries: String?

  @Option(help: "The journal to add to, which may be new; the catalogue's own when left out.")
  var judgments: String?

  @Option(name: [.short, .long], help: "Write a judgment file instead of adding to a journal.")
  var output: String?

  @Option(name: .customLong("as"), help: "The format of --output; trec when left out.")
  var fileFormat: FormatChoice?

  @Flag(help: "Add without asking.")
  var yes = false

  @Flag(help: "Report only.")
  var dryRun = false

  @Option(help: "How many bad lines the report lists.")
  var list: Int = 5

  @Option(help: "How the report is printed: table or json.")
  var format: JudgeFormat = .table

  func validate() throws {
    if yes, dryRun { throw ValidationError("give --yes or --dry-run, not both") }
    for (option, day) in [("--since", since), ("--until", until)] {
      if let day, !EngagementFile.isDay(day) {
        throw ValidationError("\(option) \(day): expected a day of the calendar such as 2026-09-07")
      }
    }
    if let since, let until, until < since {
      throw ValidationError("--since \(since) is after --until \(until); nothing lies between them")
    }
    for (option, number) in [
      ("--cart-weight", cartWeight), ("--purchase-weight", purchaseWeight), ("--min-expected", minExpected),
    ] where !(number.isFinite && number >= 0) {
      throw ValidationError("\(option) must be 0 or more, not \(number)")
    }
    guard minImpressions >= 1 else { throw ValidationError("--min-impressions must be at least 1") }
    guard !name.isEmpty else { throw ValidationError("--name must not be empty") }
    if output != nil, judgments != nil { throw ValidationError("give --output or --judgments, not both") }
    _ = try cutValues()
  }

  func run() throws {
    let reading = try EngagementFile(log).read(
      weights: ClickWeights(cartAddition: cartWeight, purchase: purchaseWeight), since: since, until: until)
    let isEmpty = reading.lines == reading.outside + reading.problems.count
    if since != nil || until != nil, isEmpty {
      // Going on would withdraw whatever was derived before.
      throw CommandFailure.data(
        "\(log): none of the \(reading.lines) lines lies in the time window; nothing is derived or withdrawn")
    }
    if let output { return try write(reading, to: output) }
    if dryRun, judgments == nil, index == nil {
      return try print(DerivationReport(reading, try grades(reading.log, on: nil), file: log))
    }
    try append(reading)
  }

  /// Grades on the scale that was asked for, or the catalogue's.
  private func grades(_ log: ClickLog, on own: Scale?) throws(CommandFailure) -> ImplicitGrades {
    var chosen = own ?? .zeroToThree
    if let scale { chosen = try ScaleChoice.named(scale, own: own) }
    let threshold = ImplicitGrades.Threshold(impressions: minImpressions, expected: minExpected)
    let ends = (try? cutValues()) ?? nil  // checked by validate()
    guard let grades = ImplicitGrades(log, scale: chosen, threshold: threshold, cuts: ends) else {
      throw .usage(
        "--cuts: the scale \(chosen.id) needs \(max(0, chosen.names.count - 2)) ratios above 0, ascending")
    }
    return grades
  }

  private func append(_ reading: EngagementFile.Reading) throws {
    let place = try JudgingPlace(judgments: judgments, index: index, queries: queries, settings: .current)
    let grades = try grades(reading.log, on: place.scale)
    let naming = QueryNaming(place.queries, judgments: place.content.judgments)
    let time = Timestamp.now()
    let derivation = Derivation(
      name: name, time: time, window: window(reading), naming: naming,
      items: try place.archive.map(CatalogueItems.init))
    let decisions = derivation.decisions(grades, replacing: place.content.judgments)
    try print(
      DerivationReport(
        reading, grades, file: log, withdrawn: decisions.count { $0.decision == .withdrawn },
        journal: place.journal.path))
    if dryRun { return }
    let append = BatchAppend(journal: place.journal, kind: "derive", time: time, isAgreed: yes)
    if try !append.append(decisions) { throw ExitCode(FailureCode.negative.rawValue) }
  }

  private func write(_ reading: EngagementFile.Reading, to path: String) throws {
    let grades = try grades(reading.log, on: nil)
    let naming = QueryNaming(try queries.map(EvaluationFiles.queries) ?? QuerySet())
    let derivation = Derivation(
      name: name, time: Timestamp.now(), window: window(reading), naming: naming, items: nil)
    try print(DerivationReport(reading, grades, file: log))
    if dryRun { return }
    let format = fileFormat?.format ?? TRECFormat()
    let export = try JudgmentExport(
      derivation.decisions(grades, replacing: []), choosing: JudgmentSelection(sources: ["implicit"]),
      resolving: format.keepsAssessors ? nil : .latest, naming: naming)
    try JudgmentFile.write(export, as: format, locale: "us", to: path)
  }

  private func window(_ reading: EngagementFile.Reading) -> String {
    reading.dates.map { "\($0.lowerBound)…\($0.upperBound)" } ?? ""
  }

  private func print(_ report: DerivationReport) throws {
    switch format {
    case .table: TextOutput.text(report.text(listing: list))
    case .json: TextOutput.line(try report.jsonLine())
    }
  }

  private func cutValues() throws(ValidationError) -> [Double]? {
    guard let cuts else { return nil }
    let values = cuts.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard !values.contains(nil) else {
      throw ValidationError("--cuts \(cuts): expected numbers and commas, such as 0.5,1.5")
    }
    return values.compactMap(\.self)
  }
}
