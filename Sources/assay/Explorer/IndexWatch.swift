internal import Dispatch
internal import Explorer
internal import Foundation
internal import Storage
internal import Synchronization

/// Looks once a second whether the index and its catalogue are still what was opened, and tells what changed.
///
/// A look reads the manifest; the catalogue's items are only read when their file was written since the last look, and
/// while nobody is at work. Ends when the last reference goes.
final class IndexWatch: Sendable {
  private struct State {
    var told: IndexNews?
    var seen: FileStamp?
    var isCatalogueChanged = false
  }

  /// What tells that a file was written.
  private struct FileStamp: Hashable {
    let generation: IndexGeneration
    let date: Date?
    let size: Int?
  }

  private let workspace: OpenWorkspace
  private let attention: Attention
  private let tell: @Sendable (IndexNews?) -> Void
  private let queue = DispatchQueue(label: "assay.watch", qos: .utility)
  private let state = Mutex(State())

  /// Starts to look; `tell` is called, on a thread of the watch, whenever the news are others.
  init(
    _ workspace: OpenWorkspace, givingWayTo attention: Attention,
    tell: @escaping @Sendable (IndexNews?) -> Void
  ) {
    self.workspace = workspace
    self.attention = attention
    self.tell = tell
    wait()
  }

  private func wait() {
    queue.asyncAfter(deadline: .now() + .seconds(1)) { [weak self] in
      self?.look()
      self?.wait()
    }
  }

  private func look() {
    let open = workspace.current
    let news = news(of: open)
    let isNew = state.withLock { state in
      defer { state.told = news }
      return state.told != news
    }
    if isNew { tell(news) }
  }

  /// What matters most: a newer build mends damage and takes changes in.
  private func news(of open: Workspace) -> IndexNews? {
    let archive = open.archive
    if let current = IndexArchive.currentGeneration(at: archive.path), current != archive.generation {
      return .rebuilt
    }
    if let damage = open.check.damages.first {
      return .damaged(
        file: damage.section.rawValue, bytes: damage.range, finding: damage.finding, command: damage.repair)
    }
    return hasChangedCatalogue(archive) ? .catalogueChanged(command: archive.rebuildCommand) : nil
  }

  private func hasChangedCatalogue(_ archive: IndexArchive) -> Bool {
    let path = archive.catalogueFolder + "/" + archive.manifest.source.items
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let stamp = FileStamp(
      generation: archive.generation, date: attributes?[.modificationDate] as? Date,
      size: attributes?[.size] as? Int)
    let isKnown = state.withLock { $0.seen == stamp }
    if !isKnown {
      let isChanged = archive.catalogueState(pause: { attention.waitForCalm() }) == .changed
      state.withLock { state in
        state.seen = stamp
        state.isCatalogueChanged = isChanged
      }
    }
    return state.withLock(\.isCatalogueChanged)
  }
}
