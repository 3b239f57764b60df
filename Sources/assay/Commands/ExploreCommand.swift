internal import ArgumentParser
internal import CursesBackend
internal import Explorer
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

  @Option(help: "The query set that [ and ] walk; the catalogue's own when left out.")
  var queries: String?

  @Option(help: "TREC qrels that column heads are measured on; the catalogue's own when left out.")
  var qrels: String?

  @Option(
    help: "The journal that grades are written to; CATALOG/.assay/judgments/journal.jsonl when left out.")
  var judgments: String?

  @Option(help: "Who grades; $ASSAY_ASSESSOR or the login name when left out.")
  var assessor: String?

  @Option(help: "The catalogue's folder, when it has moved since it was indexed.")
  var catalog: String?

  @Option(help: "How pictures are shown: auto, sixel, blocks or none.")
  var images: TerminalOptions.Images = .auto

  @Option(help: "What colours are read against: neutral, dark or light.")
  var theme: TerminalOptions.Theme = .neutral

  @Option(help: "A query to open with.")
  var query: String = ""

  func run() throws {
    let settings = Settings.current
    let logger = Log.make("explore", settings: settings)
    let options = TerminalOptions(images: images, theme: theme, environment: settings.environment)
    // Nobody should wait for an index only to learn that there is no screen to show it on.
    try CursesTerminal.check(options)
    try IndexOnFirstUse(settings: settings).prepare(catalogue)
    let session = try ExplorerSession(
      workspace: Workspace.open(catalogue, settings: settings, catalogue: catalog), queries: queries,
      qrels: qrels, journal: judgments, assessor: assessor ?? settings.assessor, settings: settings,
      catalogue: catalog)
    let note = try session.run(options: options, query: query, logger: logger)
    for line in session.notes + note { Diagnostics.say(line) }
  }
}

extension TerminalOptions.Images: ExpressibleByArgument {}
extension TerminalOptions.Theme: ExpressibleByArgument {}
