internal import RemoteEncoder
internal import Storage

/// A model of the store as it can be shown, whatever state its files are in.
enum StoredModel {
  /// One that runs here.
  case local(ModelCard)
  /// One on a server.
  case served(ServedModel)
  /// One of which nothing can be said but why.
  case damaged(name: String, reason: String)

  /// Reads what is kept under a name; what can't be read becomes `damaged`.
  init(_ name: String, in store: ModelStore) {
    do {
      if let record = try store.server(name) {
        self = .served(try ServedModel(json: record, name: name))
      } else {
        self = .local(try store.card(name))
      }
    } catch let failure as CommandFailure {
      self = .damaged(name: name, reason: failure.message)
    } catch {
      self = .damaged(name: name, reason: "\(error)")
    }
  }
}
