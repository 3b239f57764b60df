internal import Embeddings
internal import JSON
internal import RemoteEncoder

/// A model on a server as it is kept: nothing was asked, and no key was read.
struct ServedModel {
  /// What it is called in the store.
  let name: String
  /// How the server is asked and what it answered when it was added.
  let record: RemoteEncoderRecord

  init(name: String, record: RemoteEncoderRecord) {
    self.name = name
    self.record = record
  }

  /// Reads what the store keeps.
  /// - Throws: `CommandFailure` that names the model.
  init(json: JSONValue, name: String) throws(CommandFailure) {
    self.name = name
    do {
      record = try RemoteEncoderRecord(json: json)
    } catch {
      throw .data(
        "the model '\(name)' on a server: \(error); add it again with: assay model add --remote URL --name \(name)"
      )
    }
  }

  /// The name and the beginning of the fingerprint.
  var id: String { name + "@" + record.fingerprint.prefix(8) }

  /// The server's address, without what could be secret.
  var address: String { "\(record.settings.endpoint)" }

  /// Components of a vector.
  var dimensions: Int { record.dimensions }

  /// Where the key is kept, in words; `nil` where the server wants none.
  var keyPlace: String? {
    switch record.settings.key {
    case .environment(let variable): "in the environment variable \(variable)"
    case .file(let path): "in the file \(path)"
    case nil: nil
    }
  }

  /// Why the server can't be asked now, for want of a key; `nil` when it can.
  func keyProblem(environment: [String: String]) -> String? {
    do {
      _ = try record.settings.key?.key(environment: environment)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
