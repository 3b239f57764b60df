internal import ArgumentParser
internal import CursesBackend
internal import Dispatch
internal import Explorer
internal import Foundation
internal import Logging
internal import Relevance
internal import Storage
internal import TerminalUI

/// `assay explore`: the terminal interface.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Open a catalogue in the terminal (the default command).",
    discussion: "A catalogue that has no index yet is indexed first.")

  @Argument(help: "A catalogue (folder or file) or an index; the current folder when left out.")
  var catalogue: String = "."

  @Option(
    name: .customLong("with"), parsing: .singleValue,
    help: ArgumentHelp(
      "A further index of the same catalogue, made by another model, as a column beside the first; up to three.",
      valueName: "index"))
  var others: [String] = []

  @Option(help: "The query set that [ and ] walk; the catalogue's own when left out.")
  var queries: String?

  @Option(help: "TREC qrels that column heads are measured on; the catalogue's own when left out.")
  var qrels: String?

  @Option(
    help: "The journal that grades are written to; CATALOG/.assay/judgments/journal.jsonl when left out.")
  var judgments: String?

  @Option(help: "Who grades; $ASSAY_ASSESSOR or the login name when left out.")
  var assessor: String?

  @Option(
    help:
      "The scale of grades: binary, 0-3, 0-4, esci, wands or the catalogue's own, which also is meant when left out."
  )
  var scale: String?

  @Flag(help: "Hide brands where items are labelled one by one.")
  var hideBrand = false

  @Flag(
    help:
      "Show others' grades too, raised (³) or as small letters, and measure on everybody's; only your own when left out, so that they don't lead you."
  )
  var showOthers = false

  @Option(help: "The catalogue's folder, when it has moved since it was indexed.")
  var catalog: String?

  @Option(help: "How pictures are shown: auto, sixel, blocks or none.")
  var images: TerminalOptions.Images = .auto

  @Option(help: "What colours are read against: neutral, dark or light.")
  var theme: TerminalOptions.Theme = .neutral

  @Option(help: "Saved columns to open with, by their name (zs saves the present ones).")
  var preset: String?

  @Option(help: "A query to open with.")
  var query: String = ""

  @Flag(
    help:
      "Neither use nor keep what was asked before, in $XDG_STATE_HOME/assay/queries, and give no hints at a first start."
  )
  var noHistory = false

  @Flag(
    help:
      "A tour in eight steps, on the sample catalogue when none is named; there, grades go to a journal of the tour's own."
  )
  var tour = false

  func validate() throws {
    guard others.count <= 3 else { throw ValidationError("--with can be given three times at most") }
  }

  func run() throws {
    let settings = Settings.current
    let isSample = tour && self.catalogue == "."
    let catalogue =
      isSample
      ? try SampleCatalogue(assets: AssetLocator(environment: settings.environment).locate()).locate()
      : self.catalogue
    let judgments =
      try isSample && self.judgments == nil ? TourJournal(settings: settings).begin() : self.judgments
    let logger = Log.make("explore", settings: settings)
    let options = TerminalOptions(images: images, theme: theme, environment: settings.environment)
    try Self.refuseAbsent(catalogue)
    // Nobody should wait for an index only to learn that there is no screen to show it on.
    try CursesTerminal.check(options)
    try IndexOnFirstUse(settings: settings).prepare(catalogue)
    let opening = try Opening {
      [
        others, catalog, queries, qrels, assessor, scale, hideBrand, showOthers, preset, noHistory, tour
      ] () throws
        -> ExplorerSession
      in
      let attention = Attention()
      let open = { (path: String) throws -> Workspace in
        try Workspace.open(
          path, settings: settings, catalogue: catalog, attention: attention, waits: false)
      }
      return try ExplorerSession(
        workspace: open(catalogue).joined(by: others.map(open)),
        attention: attention, queries: queries, qrels: qrels, journal: judgments,
        assessor: assessor ?? settings.assessor, scale: scale, hidesBrand: hideBrand,
        showsOthers: showOthers, settings: settings, catalogue: catalog, preset: preset,
        memory: ExplorerMemory(settings: settings, keepsNothing: noHistory), tour: tour ? Tour() : nil)
    }
    guard let lines = try explore(opening, of: catalogue, options: options, logger: logger) else { return }
    for line in lines { Diagnostics.say(line) }
  }

  /// Refuses a place where nothing is, which may be a command's name misspelled.
  private static func refuseAbsent(_ path: String) throws(StorageError) {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    throw .missing(
      path: path, remedy: "name a catalogue or an index; 'assay --help' lists the commands")
  }

  /// Opening that takes no longer than this shows nothing of its own.
  private static let openingPatience = DispatchTimeInterval.milliseconds(100)

  /// Shows the explorer, and before that, when it takes long, that it is being opened.
  /// - Returns: what to say on the terminal that is back; `nil` when the user did not wait.
  private func explore(
    _ opening: Opening<ExplorerSession>, of catalogue: String, options: TerminalOptions, logger: Logger
  ) throws -> [String]? {
    let early = try opening.value(within: Self.openingPatience)
    let terminal = try CursesTerminal(options: options)
    defer { terminal.close() }
    if let early {
      return early.notes + (try early.run(on: terminal, query: query, typed: [], logger: logger))
    }
    guard let late = try opening.value(on: terminal, showing: catalogue, query: query) else { return nil }
    return late.value.notes
      + (try late.value.run(on: terminal, query: query, typed: late.typed, logger: logger))
  }
}

extension TerminalOptions.Images: ExpressibleByArgument {}
extension TerminalOptions.Theme: ExpressibleByArgument {}
