internal import CursesBackend
internal import Explorer
internal import Logging
internal import TerminalUI

/// The event loop: the one place that holds the explorer's state, and the one thread that touches the terminal.
///
/// Draw, sleep until a key or a message comes, take everything that has come, reduce it, draw again. Text is written
/// first; pictures follow only while no key and no answer waits, so that both always come before a picture. An answer
/// that comes at once is drawn in the same frame as the key that asked for it.
final class ExplorerLoop {
  /// What the explorer knows; after `run(after:)`, how it was left.
  private(set) var state: ExplorerState
  private let terminal: CursesTerminal
  private let mailbox: Mailbox<LoopMessage>
  private let runner: EffectRunner
  private let attention: Attention
  private let pictures: PictureService
  private let reopen: @Sendable () throws -> (Workspace, Workbench)
  /// The most bytes of pictures between two looks at the keyboard; `nil` for no limit.
  private let imageBudget: Int?
  /// Called with what the explorer knows whenever it may have been the last time: before it is suspended.
  private let keep: (ExplorerState) -> Void
  private let logger: Logger
  private var isLeaving = false
  /// The frame on the glass; `nil` when the state has changed since.
  private var screen: Screen?
  /// The picture that fills the screen, as it was ready last.
  private var standing = StandingPicture()
  /// Pictures to get ready after those that are shown.
  private var upcoming: [PicturePlacement] = []
  /// Whether a search was asked for since the last frame.
  private var hasAsked = false
  /// Whether a key is being held.
  private var pace = KeyPace()
  /// How long answers take.
  private var answerPace = AnswerPace()
  /// When the session began.
  private let begin = ContinuousClock.now
  /// What was got ready since the last key.
  private var prepared: PrepareRequest?
  /// Whether any decision was made.
  private(set) var hasJudged = false
  /// What came of the last keys, too late to be shown: where an export lies, what failed.
  private(set) var lastWords: [String] = []

  init(
    state: ExplorerState, terminal: CursesTerminal, mailbox: Mailbox<LoopMessage>, runner: EffectRunner,
    attention: Attention, pictures: PictureService,
    reopen: @escaping @Sendable () throws -> (Workspace, Workbench),
    imageBudget: Int? = nil, keep: @escaping (ExplorerState) -> Void = { _ in }, logger: Logger
  ) {
    self.state = state
    self.terminal = terminal
    self.mailbox = mailbox
    self.runner = runner
    self.attention = attention
    self.pictures = pictures
    self.reopen = reopen
    self.imageBudget = imageBudget
    self.keep = keep
    self.logger = logger
  }

  /// How long a slow link gets to carry a budget of pictures before the next.
  private static let budgetPause = Duration.milliseconds(50)

  /// Runs until the user leaves, or a signal asks to; every decision is on disk when it returns.
  ///
  /// `typed` is what was typed before there was anything to show.
  func run(after typed: [TerminalEvent]) {
    perform(state.start())
    for event in typed { reduce(.terminal(event)) }
    awaitAnswers()
    presentText()
    terminal.requestCapabilities()
    while !isLeaving {
      presentPictures()
      terminal.wait(for: [mailbox.descriptor], atMost: patience)
      noteTime()
      takeInput()
      takeMail()
      awaitAnswers()
      prepareInCalm()
      if !isLeaving { presentText() }
    }
    runner.drain()
    lastWords = mailbox.drain().compactMap { message in
      switch message {
      case .action(.notice(let words)), .action(.warning(let words)): words
      default: nil
      }
    }
  }

  /// How long to sleep at most: until there is something to do that nobody asked for.
  private var patience: Duration? {
    if terminal.hasPendingPictures {
      return pace.settles(after: .now) ?? (imageBudget == nil ? .zero : Self.budgetPause)
    }
    var times: [ContinuousClock.Instant] = []
    if let time = state.wakesAt { times.append(begin + .milliseconds(time)) }
    if let wish = state.preparation, wish != prepared { times.append(attention.calmBegins) }
    return times.min().map { max(.zero, $0 - .now) }
  }

  /// Tells the explorer when something is to change by itself.
  private func noteTime() {
    guard let time = state.wakesAt, .now >= begin + .milliseconds(time) else { return }
    reduce(.timePassed)
  }

  /// Gets other lengths of the vectors ready once the user pauses to look at an answer.
  private func prepareInCalm() {
    guard let wish = state.preparation, wish != prepared, ContinuousClock.now >= attention.calmBegins else {
      return
    }
    prepared = wish
    runner.prepare(wish)
  }

  private func takeInput() {
    for input in terminal.readEvents() {
      attention.noteInput()
      pace.note(.now)
      // A key ends the preparation; what was finished before costs nothing to ask for again.
      prepared = nil
      switch input {
      case .event(let event): reduce(.terminal(event))
      case .suspendRequested: suspend()
      case .resumed: break
      case .quitRequested(let signal):
        logger.info("leaving", metadata: ["signal": "\(signal)"])
        isLeaving = true
      }
    }
  }

  private func takeMail() {
    for message in mailbox.drain() {
      if case .action(let action) = message { reduce(action) }
    }
    if !state.isWaiting { answerPace.noteAnswer(.now) }
  }

  /// Gives answers to what was just asked a moment, so that one frame shows the key and what it led to.
  ///
  /// Ends as soon as they are there or another key comes.
  private func awaitAnswers() {
    guard hasAsked else { return }
    hasAsked = false
    let deadline = ContinuousClock.now + answerPace.patience
    while state.isWaiting, !isLeaving, !terminal.hasInput {
      let left = deadline - .now
      guard left > .zero else { return }
      terminal.wait(for: [mailbox.descriptor], atMost: left)
      takeMail()
    }
  }

  private func reduce(_ action: Action) {
    screen = nil
    perform(state.reduce(action, at: Int((.now - begin) / .milliseconds(1))))
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .search:
        hasAsked = true
        answerPace.noteQuestion(.now)
      case .append: hasJudged = true
      case .copy(let request): terminal.copy(request.text)
      case .prefetch(let placements): upcoming = placements
      case .reload: runner.reload(reopen)
      case .redraw: terminal.invalidate()
      case .suspend: suspend()
      case .quit: isLeaving = true
      default: break
      }
      runner.perform(effect)
    }
  }

  private func presentText() {
    var missing: [PictureService.Key] = []
    // A picture that became ready changes no text.
    let screen = screen ?? draw(state)
    self.screen = screen
    let shown = keepingPicture(in: screen, &missing)
    // Text comes at once, pictures once the keyboard rests.
    let blockBudget = pace.settles(after: .now) == nil ? imageBudget : 0
    terminal.present(shown, blockBudget: blockBudget) { placement, shape in
      guard let renderer = terminal.renderer else { return nil }
      let key = PictureService.Key(placement, shape: shape, renderer: renderer)
      if let picture = pictures.rendered(key) { return picture }
      missing.append(key)
      return nil
    }
    pictures.want(missing + upcomingKeys())
  }

  /// The screen with what showed of the picture that fills it, while another part is not ready and thus `missing`.
  private func keepingPicture(in screen: Screen, _ missing: inout [PictureService.Key]) -> Screen {
    guard state.viewer != nil else {
      standing.forget()
      return screen
    }
    return standing.kept(in: screen) { placement in
      guard let key = key(of: placement), pictures.rendered(key) == nil else { return true }
      missing.append(key)
      return false
    }
  }

  private func upcomingKeys() -> [PictureService.Key] { upcoming.compactMap(key) }

  private func key(of placement: PicturePlacement) -> PictureService.Key? {
    guard let renderer = terminal.renderer, let shape = PictureShape(placement.frame, on: terminal.size)
    else { return nil }
    return PictureService.Key(placement, shape: shape, renderer: renderer)
  }

  private func suspend() {
    keep(state)
    terminal.suspend()
  }

  private func presentPictures() {
    guard pace.settles(after: .now) == nil else { return }
    terminal.presentPictures(budget: imageBudget) { !terminal.hasInput && mailbox.isEmpty }
  }
}
