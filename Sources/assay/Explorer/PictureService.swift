internal import CursesBackend
internal import Embeddings
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
    let region: PictureRegion?
    let shape: PictureShape
    let renderer: PictureRenderer

    /// What a placement needs.
    init(_ placement: PicturePlacement, shape: PictureShape, renderer: PictureRenderer) {
      picture = placement.picture
      region = placement.region
      self.shape = shape
      self.renderer = renderer
    }
  }

  /// A picture that was decoded whole, for the next part of it.
  private struct Whole {
    let picture: PictureID
    let background: RGB
    let image: PixelImage
  }

  private struct State {
    var wanted: [Key] = []
    /// The picture that is being rendered; frames go on wanting it meanwhile.
    var rendering: Key?
    var isWorking = false
    var kept: [Key: Kept] = [:]
    var keptBytes = 0
    var clock = 0
    /// The picture that parts were shown of last.
    var whole: Whole?

    /// Drops what was wanted longest ago; many at once, because finding them means sorting.
    mutating func dropOldest(downTo limit: Int) {
      for (key, old) in kept.sorted(by: { $0.value.lastUse < $1.value.lastUse }) where keptBytes > limit {
        keptBytes -= old.picture?.byteCount ?? 0
        kept[key] = nil
      }
    }
  }

  /// What was rendered.
  private struct Kept {
    /// A sign for a picture that can't be shown; `nil` where nothing of it would be seen.
    let picture: RenderedPicture?
    /// When it was wanted last, by the state's clock.
    var lastUse: Int
  }

  /// The most bytes of rendered pictures that are kept: some thousand thumbnails, or hundreds of a grid's.
  private static let capacity = 32 << 20
  private let folder: PictureFolder?
  /// Pictures of more pixels are decoded again for each part that is shown.
  private static let mostKeptPixels = 16_000_000
  private let mailbox: Mailbox<LoopMessage>
  private let logger: Logger
  private let queue = DispatchQueue(label: "assay.pictures", qos: .utility)
  private let state = Mutex(State())

  init(folder: PictureFolder?, mailbox: Mailbox<LoopMessage>, logger: Logger) {
    self.folder = folder
    self.mailbox = mailbox
    self.logger = logger
  }

  /// The picture when it is ready, or the sign that it can't be shown; `nil` while it is not ready.
  func rendered(_ key: Key) -> RenderedPicture? {
    state.withLock { state in
      state.clock += 1
      state.kept[key]?.lastUse = state.clock
      return state.kept[key]?.picture
    }
  }

  /// Replaces what is wanted by what the current frame lacks; each that becomes ready is announced.
  func want(_ keys: [Key]) {
    guard folder != nil else { return }
    let mustStart = state.withLock { state in
      state.wanted = keys.filter { state.kept[$0] == nil && $0 != state.rendering }
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
      state.isWorking = !state.wanted.isEmpty
      state.rendering = state.isWorking ? state.wanted.removeFirst() : nil
      return state.rendering
    }
  }

  private func keep(_ picture: RenderedPicture?, for key: Key) {
    state.withLock { state in
      state.clock += 1
      let replaced = state.kept.updateValue(Kept(picture: picture, lastUse: state.clock), forKey: key)
      state.keptBytes += (picture?.byteCount ?? 0) - (replaced?.picture?.byteCount ?? 0)
      if state.keptBytes > Self.capacity { state.dropOldest(downTo: Self.capacity * 3 / 4) }
    }
  }

  private func render(_ key: Key) -> RenderedPicture? {
    guard let folder, case .file(let path) = folder.locate(key.picture.path) else {
      logger.warning("picture not opened", metadata: ["picture": "\(key.picture.path)"])
      return .unreadable(in: key.shape)
    }
    do {
      if let region = key.region {
        return try key.renderer.render(part(region, of: key, at: path), shape: key.shape, isScaled: true)
      }
      let decoder = self.decoder(for: key.renderer)
      let box = key.renderer.pixelBox(for: key.shape)
      let bytes = try PictureFile.read(path, limit: decoder.byteLimit)
      let decoded = try decoder.decode(bytes, fittingWidth: box.width, height: box.height)
      return try key.renderer.render(decoded.image, shape: key.shape)
    } catch {
      logger.warning("picture not shown", metadata: ["picture": "\(key.picture.path)", "error": "\(error)"])
      return .unreadable(in: key.shape)
    }
  }

  private func decoder(for renderer: PictureRenderer) -> PictureDecoder {
    var decoder = PictureDecoder()
    if let colour = renderer.background {
      decoder.background = RGB(red: colour.red, green: colour.green, blue: colour.blue)
    }
    return decoder
  }

  /// A part of a picture at its scale; the whole of it stays decoded for the next part.
  private func part(_ region: PictureRegion, of key: Key, at path: String) throws -> PixelImage {
    let decoder = self.decoder(for: key.renderer)
    let kept = state.withLock(\.whole)
    let image: PixelImage
    if let kept, kept.picture == key.picture, kept.background == decoder.background {
      image = kept.image
    } else {
      image = try decoder.decode(PictureFile.read(path, limit: decoder.byteLimit)).image
      let isKept = image.width * image.height <= Self.mostKeptPixels
      state.withLock {
        $0.whole = isKept ? Whole(picture: key.picture, background: decoder.background, image: image) : nil
      }
    }
    // The file may be another one than when its size was looked at.
    let x = min(region.x, image.width - 1)
    let y = min(region.y, image.height - 1)
    return image.cropped(
      x: x, y: y, width: min(region.width, image.width - x), height: min(region.height, image.height - y)
    ).scaled(toWidth: region.drawnWidth, height: region.drawnHeight)
  }
}
