internal import CursesBackend
internal import Embeddings
internal import Explorer
internal import Logging
internal import Relevance
internal import Retrieval
internal import Storage
internal import TerminalUI

/// Everything one run of the explorer is opened on, and the run itself.
struct ExplorerSession: Sendable {
  /// What was noticed while opening and should be read after the screen is gone.
  let notes: [String]

  /// What the explorer knows before the first key.
  let bench: Workbench

  private let workspace: OpenWorkspace
  private let attention: Attention
  private let recorder: JudgmentRecorder
  private let hasJudged: Bool
  private let presets: @Sendable () throws -> ColumnPresets
  /// The columns to begin with; `nil` for the usual ones.
  private let columns: ColumnArrangement?
  private let memory: ExplorerMemory
  private let tour: Tour?
  /// Whether the columns were named on the command line.
  private let hasNamedColumns: Bool
  private let configuration: EffectiveConfiguration
  /// What of the configuration could not be used; `nil` when all could.
  private let complaint: String?
  private let settings: Settings
  private let reopen: @Sendable () throws -> (Workspace, Workbench)

  /// Opens the files of a session; `attention` and `catalogue` are what the workspace was opened with.
  /// - Throws: `StorageError` for a file that was named and can't be read.
  init(
    workspace: Workspace, attention: Attention, queries: String?, qrels: String?, journal: String?,
    assessor: String, scale: String? = nil, hidesBrand: Bool = false, showsOthers: Bool = false,
    settings: Settings, catalogue: String? = nil, preset: String? = nil,
    configuration: EffectiveConfiguration? = nil, memory: ExplorerMemory, tour: Tour? = nil
  ) throws {
    let configuration = configuration ?? EffectiveConfiguration(environment: [:], file: nil)
    let workspace = workspace.showing(configuration.fields.value)
    self.configuration = configuration
    self.settings = settings
    self.memory = memory
    self.tour = tour
    let companions = CatalogueCompanions(workspace.archive)
    let (querySet, doubt) = try Self.querySet(queries ?? companions.queries, guess: companions.guessedQueries)
    let reference = try (qrels ?? companions.qrels).map { try EvaluationFiles.qrels($0) } ?? Qrels()
    let journal = try JudgmentJournal(journal ?? companions.journal(environment: settings.environment))
    let content = try journal.read()
    var complaints = [configuration.complaint].compactMap(\.self)
    let scale = try Self.scale(
      scale, origin: configuration.scale.origin, catalogue: companions.scale, complaints: &complaints)
    let known = content.judgments.filter { scale.isNamed($0.scale) }
    let open = OpenWorkspace(workspace)
    self.workspace = open
    self.attention = attention
    hasJudged = !content.judgments.isEmpty
    let remarks = OpeningRemarks(
      content.judgments, assessor: assessor, scale: scale, showsOthers: showsOthers)
    let bench: @Sendable (Workspace) -> Workbench = { workspace in
      let manifest = workspace.archive.manifest
      return Workbench(
        catalogue: companions.name, encoder: manifest.source.encoder, dimensions: manifest.source.dimensions,
        itemCount: manifest.itemCount, hasPictures: workspace.hasPictures, queries: querySet.queries,
        qrels: reference, judgments: KnownJudgments(known, assessor: assessor, showingOthers: showsOthers),
        scale: scale,
        journal: journal.path, lexical: LexicalLane(fieldWeights: workspace.fieldWeights),
        textFields: workspace.textFields, guidelines: companions.guidelines, hidesBrand: hidesBrand,
        remark: remarks.sentences.isEmpty ? nil : remarks.sentences.joined(separator: "; "),
        others: workspace.otherModels, comparesPictures: workspace.comparesPictures,
        isMatryoshka: workspace.encoder.card.isMatryoshka)
    }
    self.bench = bench(workspace)
    let presets: @Sendable () throws -> ColumnPresets = {
      let current = open.current
      return ColumnPresets(
        file: try PresetFile(environment: settings.environment), workspace: current, bench: bench(current))
    }
    self.presets = presets
    hasNamedColumns = preset != nil
    do {
      columns = try (preset ?? configuration.columns.value).map { try presets().arrangement(named: $0) }
    } catch {
      // A name in the configuration that means nothing any more is no reason not to start.
      guard preset == nil else { throw error }
      columns = nil
      complaints.append("columns: \(error)")
    }
    if let unknown = try CatalogueFit(configuration: configuration, workspace: workspace).unknownFields() {
      complaints.append(unknown.inShort)
    }
    complaint = complaints.first
    notes =
      [doubt, content.repair, memory.note].compactMap { $0 } + complaints
      + content.faults.map { "\($0); left alone" }
      + Self.otherScales(content.judgments, than: scale)
    let path = workspace.archive.path
    let others = workspace.others.map(\.archive.path)
    reopen = {
      let reopened = try Workspace.open(
        path, settings: settings, catalogue: catalogue, attention: attention, waits: false
      ).joined(
        by: others.map { try Workspace.open($0, settings: settings, attention: attention, waits: false) }
      ).showing(configuration.fields.value)
      return (reopened, bench(reopened))
    }
    recorder = JudgmentRecorder(
      journal: journal, assessor: assessor, scale: scale, known: querySet,
      workspace: self.workspace)
  }

  /// The scale called `name`; the catalogue's when none is asked for, or when the configuration asks for one that this
  /// catalogue does not have.
  private static func scale(
    _ name: String?, origin: SettingOrigin, catalogue: Scale, complaints: inout [String]
  ) throws -> Scale {
    guard let name, !catalogue.isNamed(name) else { return catalogue }
    if let scale = Scale.named(name) { return scale }
    let known = Scale.presets.map(\.id).joined(separator: ", ")
    let complaint =
      "there is no scale '\(name)'; known are \(known); catalog.toml can define others under [scale]"
    switch origin {
    case .commandLine, .standard: throw CommandFailure.usage(complaint)
    case .environment, .file:
      complaints.append("\(complaint); the catalogue's, \(catalogue.id), is used")
      return catalogue
    }
  }

  /// Says how much of a journal does not show, because a grade means nothing on another scale.
  private static func otherScales(_ judgments: [Judgment], than scale: Scale) -> [String] {
    let others = judgments.filter { !scale.isNamed($0.scale) }
    guard !others.isEmpty else { return [] }
    let names = Set(others.map { OpaqueName($0.scale) }).sorted().map(\.text).joined(separator: ", ")
    return [
      "\(Numerals.counted(others.count, "decision")) on other scales (\(names)) \(others.count == 1 ? "was" : "were") not shown beside those on \(scale.id)"
    ]
  }

  /// Reads the query set that was named; a file that is only guessed to be one may turn out to be something else.
  private static func querySet(
    _ named: String?, guess: String?
  ) throws(StorageError) -> (set: QuerySet, doubt: String?) {
    if let named { return (try EvaluationFiles.queries(named), nil) }
    guard let guess else { return (QuerySet(), nil) }
    do {
      return (try EvaluationFiles.queries(guess), nil)
    } catch {
      return (QuerySet(), "not taken for the query set: \(error); name one with --queries")
    }
  }

  /// Shows the explorer until the user leaves, then compiles the qrels; `typed` is what came while it was opened.
  /// - Returns: what to say on the terminal that is back.
  /// - Throws: `TerminalError` when there is nothing left to wait on.
  func run(
    on terminal: CursesTerminal, query: String, isFresh: Bool, typed: [TerminalEvent], logger: Logger
  ) throws -> [String] {
    let mailbox = try Mailbox<LoopMessage>()
    let runner = EffectRunner(
      workspace: workspace, recorder: recorder, queues: LabelQueueBuilder(assessor: recorder.assessor),
      sharing: Sharing(
        settings: settings, command: configuration.open.value,
        exportFolder: configuration.exportFolder.value, logger: logger),
      attention: attention, history: HistoryKeeper(file: memory.file, mailbox: mailbox), presets: presets,
      mailbox: mailbox, logger: logger)
    var state = ExplorerState(
      bench: bench, size: terminal.size, query: query, keymap: configuration.keymap, columns: columns,
      history: memory.history, showsHints: memory.isFirstStart && tour == nil, tour: tour,
      preferences: Preferences(hasGradeShapes: configuration.theme.value.hasShapes))
    let store = SessionStore(index: workspace.current.archive.path, settings: settings, logger: logger)
    // What was typed already was typed into a query line.
    let begins = isFresh || !query.isEmpty || !typed.isEmpty || tour != nil
    if !begins, var record = store.read() {
      if !configuration.history.value { record = record.withoutQuery }
      state.restore(hasNamedColumns ? record.withoutColumns : record)
    }
    let keep = { [configuration, tour] (state: ExplorerState) in
      tour == nil ? store.write(SessionRecord(state, withQuery: configuration.history.value)) : nil
    }
    let loop = ExplorerLoop(
      state: state, terminal: terminal,
      mailbox: mailbox, runner: runner, attention: attention,
      pictures: PictureService(folder: workspace.current.pictures, mailbox: mailbox, logger: logger),
      reopen: reopen, imageBudget: configuration.imageBudget.value.nonzeroKilobytes,
      keep: { _ = keep($0) }, logger: logger)
    workspace.current.announceModels(to: mailbox)
    if let complaint { mailbox.send(.action(.warning(complaint))) }
    let watch = IndexWatch(workspace, givingWayTo: attention) { mailbox.send(.action(.indexChanged($0))) }
    let freed = FreedMemory(givingWayTo: attention)
    withExtendedLifetime((watch, freed)) { loop.run(after: typed) }
    let kept = keep(loop.state)
    let compiled = hasJudged || loop.hasJudged ? [compiledQrels(recorder, logger)] : []
    return [runner.refusal, kept].compactMap(\.self) + loop.lastWords
      + workspace.current.check.damages.map(\.description) + compiled
  }

  /// Writes the qrels; what came of it, in a sentence.
  private func compiledQrels(_ recorder: JudgmentRecorder, _ logger: Logger) -> String {
    do {
      return try recorder.compile()
    } catch {
      logger.error("qrels not written", metadata: ["error": "\(error)"])
      return "qrels were not written: \(error)"
    }
  }
}
