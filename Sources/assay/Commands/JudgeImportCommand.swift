internal import ArgumentParser
internal import Foundation
internal import Relevance
internal import Storage

/// `assay judge import`: another tool's judgments into a journal.
struct JudgeImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take over judgments from another tool's file.",
    discussion: """
      First a report on standard output: records read, accepted and not, duplicates, contradictions in the file and with \
      the journal, unknown ids, and a histogram of the grades. Then, with --yes or when you agree, everything \
      accepted is added as one batch that can be undone.

      A file that knows queries by their text is matched with the query set; other texts are named q- and a hash, as if \
      they had been typed. A rating is a whole number of the scale, a grade's name or letter, or what --map says.

      Exit code 3 when no record can be taken, as in a file of another format; 1 when some can't, the others being added.

      Formats:
      \(FormatChoice.list)
      """)

  @Argument(help: "The file.")
  var file: String

  @Option(name: .customLong("as"), help: "The file's format.")
  var format: FormatChoice

  @Option(
    help:
      "The scale of the grades; that of the format (esci, wands) or the one that the file names, else of the catalogue, else 0-3."
  )
  var scale: String?

  @Option(
    help: ArgumentHelp(
      "A rating and the grade it means; may be given several times.", valueName: "rating=grade"))
  var map: [String] = []

  @Option(help: "Who judged, where the file doesn't say; the file's name when left out.")
  var assessor: String?

  @Option(
    help: ArgumentHelp(
      "For csv: what holds query-id, query, item, grade, assessor, note or scale.", valueName: "role=heading")
  )
  var column: [String] = []

  @Option(help: "An index or an indexed catalogue, whose items the ids are checked against.")
  var index: String?

  @Option(help: "The query set: id<TAB>text…; the catalogue's own when left out.")
  var queries: String?

  @Option(help: "The journal to add to, which may be new; the catalogue's own when left out.")
  var judgments: String?

  @Flag(help: "Leave out judgments of items or queries that are not known.")
  var knownOnly = false

  @Flag(help: "Add without asking.")
  var yes = false

  @Flag(help: "Report only.")
  var dryRun = false

  @Option(help: "How many problems of each kind the report lists.")
  var list: Int = 5

  @Option(name: .customLong("format"), help: "How the report is printed: table or json.")
  var reportFormat: JudgeFormat = .table

  func validate() throws {
    if yes, dryRun { throw ValidationError("give --yes or --dry-run, not both") }
    guard list >= 0 else { throw ValidationError("--list must be 0 or more, not \(list)") }
    _ = try translation()
    _ = try columns()
  }

  func run() throws {
    let settings = Settings.current
    let place = try JudgingPlace(judgments: judgments, index: index, queries: queries, settings: settings)
    let reading = try read()
    let chosen = try ScaleChoice.of(
      reading, asked: scale, format: format.format, own: place.scale)
    try refuseGrades(outside: chosen)
    var naming = QueryNaming(place.queries, judgments: place.content.judgments)
    naming.add(reading.queries)
    let name = URL(fileURLWithPath: file).lastPathComponent
    let time = Timestamp.now()
    let plan = ImportPlan(
      reading, into: place.content.judgments,
      settings: ImportSettings(
        grades: GradeReading(scale: chosen, translation: try translation()), assessor: assessor ?? name,
        source: .imported(format.format.name), time: time, naming: naming,
        items: try place.archive.map(CatalogueItems.init), leavesOutUnknown: knownOnly))
    let report = ImportReport(
      plan, of: reading, file: file, format: format.format.name, scale: chosen, journal: place.journal.path)
    switch reportFormat {
    case .table: TextOutput.text(report.text(listing: list))
    case .json: TextOutput.line(try report.jsonLine())
    }
    guard !report.isRefused else {
      throw CommandFailure.data(
        "\(file): none of its \(report.records) records can be taken as \(format.format.name); see the reasons above"
      )
    }
    if !dryRun {
      let append = BatchAppend(journal: place.journal, kind: "import", time: time, isAgreed: yes)
      if try !append.append(plan.decisions) { throw ExitCode(FailureCode.negative.rawValue) }
    }
    guard report.problems.isEmpty else {
      Diagnostics.say(
        "\(report.problems.count) of \(report.records) records can't be taken and were left out")
      throw ExitCode(FailureCode.negative.rawValue)
    }
  }

  /// Refuses a translation into grades that the scale lacks: no rating of the file is to blame for that.
  private func refuseGrades(outside scale: Scale) throws {
    for (rating, grade) in try translation().sorted(by: { $0.key < $1.key })
    where !scale.grades.contains(grade) {
      let choices = scale.grades.map { "\($0) \(scale.name(of: $0) ?? "")" }.joined(separator: ", ")
      throw CommandFailure.usage(
        "--map \(rating)=\(grade): \(grade) is not on the scale \(scale.id) (\(choices)); choose another with --scale"
      )
    }
  }

  private func read() throws(StorageError) -> FormatReading {
    var options = FormatOptions(fileName: URL(fileURLWithPath: file).lastPathComponent)
    do { options.columns = try columns() } catch { options.columns = [:] }  // checked by validate()
    if format.format is WANDSFormat {
      let beside = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(
        WANDSFormat.queriesFile)
      if FileManager.default.fileExists(atPath: beside.path) {
        options.wandsQueries = try AtomicFile.read(beside.path)
      }
    }
    do {
      return try format.format.read(try AtomicFile.read(file), options: options)
    } catch let error as LineError {
      throw .malformedLine(path: file, line: error.line, reason: error.reason)
    } catch let error as StorageError {
      throw error
    } catch {
      throw .unreadable(path: file, reason: "\(error)")
    }
  }

  private func translation() throws(ValidationError) -> [String: Int] {
    var translation: [String: Int] = [:]
    for entry in map {
      // The last sign, so that a rating may hold one.
      guard let sign = entry.lastIndex(of: "="), sign > entry.startIndex,
        let grade = Int(entry[entry.index(after: sign)...])
      else { throw ValidationError("--map \(entry): expected a rating, = and a grade, such as 100=3") }
      translation[String(entry[..<sign])] = grade
    }
    return translation
  }

  private func columns() throws(ValidationError) -> [TableRole: String] {
    var columns: [TableRole: String] = [:]
    for entry in column {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let role = TableRole(rawValue: parts[0]) else {
        let roles = TableRole.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--column \(entry): expected role=heading; roles are \(roles)")
      }
      columns[role] = parts[1]
    }
    return columns
  }
}
