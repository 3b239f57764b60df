internal import OrderedCollections
internal import CursesBackend
internal import Dispatch
internal import Imaging
internal import Logging
internal import Storage
internal import Synchronization
internal import TerminalUI

/// Decodes and encodes the pictures a screen wants, off the event loop, and keeps what was encoded.
///
/// The loop says what the current frame wants; the worker takes the first of it that is not ready, so that pictures
/// which were scrolled past are never decoded. Encoded pictures are kept up to a number of bytes, least recently
/// wanted dropped first.
final class PictureService: Sendable {
  /// What determines an encoded picture: which one, in which cells, how shown.
  struct Key: Hashable, Sendable {
    let picture: PictureID
    let shape: PictureShape
    let renderer: PictureRenderer
  }

  private struct State {
    var wanted: [Key] = []
    var isWorking = false
    /// What was rendered, most recently wanted last; `nil` for a picture that can't be shown.
    var kept = OrderedDictionary<Key, RenderedPicture?>()
    var keptBytes = 0
  }

  private static let capacity = 64 << 20
  private let folder: PictureFolder?
  private let decoder = PictureDecoder()
  private let mailbox: Mailbox<LoopMessage>
  private let logger: Logger
  private let queue = DispatchQueue(label: "assay.pictures", qos: .utility)
  private let state = Mutex(State())

  init(folder: PictureFolder?, mailbox: Mailbox<LoopMessage>, logger: Logger) {
    self.folder = folder
    self.mailbox = mailbox
    self.logger = logger
  }

  /// The picture when it is ready; `nil` while it is not, or when it can't be shown.
  func rendered(_ key: Key) -> RenderedPicture? {
    state.withLock { state in
      guard let found = state.kept.removeValue(forKey: key) else { return nil }
      state.kept.updateValue(found, forKey: key)
      return found
    }
  }

  /// Replaces what is wanted by what the current frame lacks; each that becomes ready is announced.
  func want(_ keys: [Key]) {
    guard folder != nil else { return }
    let mustStart = state.withLock { state in
      state.wanted = keys.filter { !state.kept.keys.contains($0) }
      let start = !state.wanted.isEmpty && !state.isWorking
      if start { state.isWorking = true }
      return start
    }
    if mustStart { queue.async { self.work() } }
  }

  private func work() {
    while let key = next() {
      keep(render(key), for: key)
      mailbox.send(.pictureReady)
    }
  }

  private func next() -> Key? {
    state.withLock { state in
      guard !state.wanted.isEmpty else {
        state.isWorking = false
        return nil
      }
      return state.wanted.removeFirst()
    }
  }

  private func keep(_ picture: RenderedPicture?, for key: Key) {
    state.withLock { state in
      state.kept.updateValue(picture, forKey: key)
      state.keptBytes += picture?.byteCount ?? 0
      while state.keptBytes > Self.capacity, state.kept.count > 1 {
        state.keptBytes -= state.kept.removeFirst().value?.byteCount ?? 0
      }
    }
  }

  private func render(_ key: Key) -> RenderedPicture? {
    guard let folder, case .file(let path) = folder.locate(key.picture.path) else {
      logger.info("picture not opened", metadata: ["picture": "\(key.picture.path)"])
      return nil
    }
    do {
      let box = key.renderer.pixelBox(for: key.shape)
      let bytes = try PictureFile.read(path, limit: decoder.byteLimit)
      let decoded = try decoder.decode(bytes, fittingWidth: box.width, height: box.height)
      return try key.renderer.render(decoded.image, shape: key.shape)
    } catch {
      logger.info("picture not shown", metadata: ["picture": "\(key.picture.path)", "error": "\(error)"])
      return nil
    }
  }
}
