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

  @Option(
    help:
      "How pictures are shown: auto (as the terminal announces), sixel, kitty, iterm2, blocks or none; blocks where letters show in the place of pictures."
  )
  var images: TerminalOptions.Images?

  @Option(
    help: ArgumentHelp(
      "Kilobytes of pictures drawn between two looks at the keyboard, for slow links; 0 for no limit.",
      valueName: "kB"))
  var imageBudget: Int?

  @Option(help: "Saved columns to open with, by their name (zs saves the present ones).")
  var preset: String?

  @Option(
    help: """
      The colours: auto (as the terminal's background is), dark, light, high-contrast, colour-blind or neutral.
      """)
  var theme: ThemeChoice?

  @Flag(
    inversion: .prefixedNo,
    help: "Whether the mouse works: a click selects, the wheel scrolls, a drag slides.")
  var mouse: Bool?

  @Option(
    help:
      "The folder that exports go to; when left out, that of the setting export-dir, else the current one.")
  var exportDir: String?

  @Flag(help: "Begin anew rather than where the last session on this catalogue ended.")
  var fresh = false

  @Option(help: "A query to open with, in place of the last session's.")
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
    guard imageBudget ?? 0 >= 0 else { throw ValidationError("--image-budget must be 0 or more") }
  }

  func run() throws {
    Heap.shareAmongThreads()
    let settings = Settings.current
    let isSample = tour && self.catalogue == "."
    let catalogue =
      isSample
      ? try SampleCatalogue(assets: AssetLocator(environment: settings.environment).locate()).locate()
      : self.catalogue
    let judgments =
      try isSample && self.judgments == nil ? TourJournal(settings: settings).begin() : self.judgments
    let logger = Log.make("explore", settings: settings)
    let configuration = EffectiveConfiguration(settings: settings, commandLine: given)
    let options = TerminalOptions(
      images: configuration.images.value, theme: configuration.theme.value,
      hasMouse: configuration.mouse.value, imageBudget: configuration.imageBudget.value.nonzeroKilobytes,
      environment: settings.environment)
    try Self.refuseAbsent(catalogue)
    // Nobody should wait for an index only to learn that there is no screen to show it on.
    try CursesTerminal.check(options)
    let opened = isSample ? try TourIndex(settings: settings).prepare(catalogue) : catalogue
    if !isSample { try IndexOnFirstUse(settings: settings).prepare(catalogue) }
    let opening = try Opening {
      [
        others, catalog, queries, qrels, assessor, hideBrand, showOthers, preset, tour
      ] () throws
        -> ExplorerSession
      in
      let attention = Attention()
      let open = { (path: String) throws -> Workspace in
        try Workspace.open(
          path, settings: settings, catalogue: catalog, attention: attention, waits: false)
      }
      return try ExplorerSession(
        workspace: open(opened).joined(by: others.map(open)),
        attention: attention, queries: queries, qrels: qrels, journal: judgments,
        assessor: assessor ?? settings.assessor, scale: configuration.scale.value, hidesBrand: hideBrand,
        showsOthers: showOthers, settings: settings, catalogue: catalog, preset: preset,
        configuration: configuration,
        memory: ExplorerMemory(settings: settings, keepsNothing: !configuration.history.value),
        tour: tour ? Tour() : nil)
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

  /// What of the configuration the command line says.
  private var given: [ConfigurationKey: ConfigurationValue] {
    var given: [ConfigurationKey: ConfigurationValue] = [:]
    given[.theme] = theme.map { .text($0.rawValue) }
    given[.images] = images.map { .text($0.rawValue) }
    given[.imageBudget] = imageBudget.map { .count($0) }
    given[.mouse] = mouse.map { .flag($0) }
    given[.exportDir] = exportDir.map { .text($0) }
    given[.scale] = scale.map { .text($0) }
    if noHistory { given[.history] = .flag(false) }
    return given
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
      return early.notes
        + (try early.run(
          on: terminal, query: query, isFresh: fresh, typed: [], logger: logger))
    }
    guard let late = try opening.value(on: terminal, showing: catalogue, query: query) else { return nil }
    return late.value.notes
      + (try late.value.run(
        on: terminal, query: query, isFresh: fresh, typed: late.typed, logger: logger))
  }
}

extension Int {
  /// Kilobytes in bytes; `nil` for none, which means no limit.
  var nonzeroKilobytes: Int? { self > 0 ? self * 1024 : nil }
}

extension TerminalOptions.Images: ExpressibleByArgument {}
extension ThemeChoice: ExpressibleByArgument {}
