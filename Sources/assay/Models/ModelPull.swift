internal import Embeddings
internal import Foundation
internal import OpenVINOBackend
internal import RemoteEncoder
internal import Storage

/// `assay model pull` behind its flags: fetches what a model needs, checks it, and keeps its card.
struct ModelPull {
  let settings: Settings
  let store: ModelStore
  let hub: Hub
  let addition: ModelAddition
  /// Told how far the files are.
  let line: TransferLine
  /// Told what goes on.
  let say: (String) -> Void

  /// Fetches a model and adds it.
  ///
  /// What came stays when that ends early, and is gone on with by the next call.
  /// - Returns: its card.
  /// - Throws: `HubError`, `StorageError` or `EncoderError` that names what is wrong.
  func pull(_ model: HubModelName, as name: String, declaration: ModelDeclaration) throws -> ModelCard {
    try checkName(name, isFor: model)
    let gathering = try store.gathering(name)
    noteMissingRuntime()
    let snapshot = try hub.snapshot(of: model)
    try gathering.note(origin: "\(model)")
    defer { line.remove() }
    let files = try fetchAll(of: snapshot, into: gathering, file: declaration.file)
    line.remove()
    try gathering.prune(keeping: Set(files.map(\.path)))
    return try addition.add(
      gathering.folder, as: name, declaration: declaration, source: snapshot.source,
      settle: { _, _ in try gathering.settle() })
  }

  /// Says beforehand what would otherwise be said after a gigabyte.
  private func noteMissingRuntime() {
    do throws(EncoderError) {
      _ = try OpenVINORuntime.open(by: settings)
    } catch {
      say("note: the model can't be added before its runtime is there; what is fetched is kept. \(error)")
    }
  }

  /// Refuses a name that belongs to another model: indexes that it made would lose it.
  private func checkName(_ name: String, isFor model: HubModelName) throws {
    guard try store.names().contains(name) else { return }
    let isServed = try store.server(name) != nil
    let page = "\(hub.endpoint)/\(model.repository)@"
    if !isServed, let source = try store.card(name).source, source.hasPrefix(page) { return }
    throw CommandFailure.usage(
      "a model called '\(name)' is there already, from another place; choose another name with --name, "
        + "or remove it with: assay model remove \(name)")
  }

  /// Fetches descriptions, weights, and what these keep in other files.
  private func fetchAll(
    of snapshot: HubSnapshot, into gathering: ModelGathering, file: String?
  ) throws -> [HubFile] {
    let plan = ModelFetch(names: snapshot.files.map(\.path), file: file)
    var fetched: [HubFile] = []
    func fetch(_ names: [String]) throws {
      let known = Set(fetched.map(\.path))
      let files = snapshot.files.filter { names.contains($0.path) && !known.contains($0.path) }
      try self.fetch(files, of: snapshot, into: gathering)
      fetched += files
    }
    try fetch(plan.descriptions)
    let weights: [String]
    do {
      weights = try plan.weights(in: gathering.folder)
    } catch {
      // Nothing that comes later would make a model of it.
      try? gathering.discard()
      throw error
    }
    try fetch(weights)
    try fetch(try plan.attachments(of: weights, in: gathering.folder))
    return fetched
  }

  private func fetch(_ files: [HubFile], of snapshot: HubSnapshot, into gathering: ModelGathering) throws {
    line.total += files.reduce(0) { $0 + $1.bytes }
    let missing = try files.filter { file in
      let isThere = try gathering.takeOver(file.path) { Hub.isWhole(file, at: $0) }
      if isThere { line.finish(bytes: file.bytes) }
      return !isThere
    }
    try checkSpace(for: missing, in: gathering)
    for file in missing {
      _ = try gathering.place(of: file.path)
      try hub.fetch(file, of: snapshot, into: gathering.folder) { [line] in
        line.show(file.path, bytes: $0.received)
      }
      line.finish(bytes: file.bytes)
    }
  }

  private func checkSpace(for files: [HubFile], in gathering: ModelGathering) throws {
    let needed = files.reduce(0) { $0 + max(0, $1.bytes - gathering.leftover(of: $1.path)) }
    guard let free = gathering.freeBytes, needed > free else { return }
    throw HubError.noSpace(folder: gathering.folder, needed: needed, free: free)
  }
}

extension HubError: DataProblem {}
