/// Why a published model can't be fetched; the description says what to do.
package enum HubError: Error, Hashable, Sendable {
  /// What was typed is no model's name.
  case badName(String, reason: String)
  /// The hub's address can't be used.
  case badEndpoint(reason: String)
  /// The token can't be used.
  case badToken(reason: String)
  /// The hub knows no such model, or hides it.
  case unknownModel(page: String, hasToken: Bool)
  /// The model has no such branch, tag or commit.
  case unknownRevision(page: String, revision: String)
  /// The model's owner asks readers to accept conditions, or to be let in.
  case gated(page: String, hasToken: Bool)
  /// The hub refuses; `message` is its own word.
  case denied(page: String, hasToken: Bool, message: String)
  /// The hub answered something else than its interface says.
  case malformedAnswer(address: String, reason: String)
  /// A file would lie outside the model's folder.
  case unsafePath(String)
  /// The disk has no room.
  case noSpace(folder: String, needed: Int, free: Int)
  /// The exchange failed.
  case transfer(HTTPError)
  /// Somebody asked to stop.
  case interrupted
}

extension HubError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badName(let name, let reason): "'\(ServerText(name).shown)': \(reason)"
    case .badEndpoint(let reason): "HF_ENDPOINT: \(reason)"
    case .badToken(let reason): reason
    case .unknownModel(let page, let hasToken):
      "\(page): the hub has no such model, or shows it to others only; check the name, "
        + (hasToken ? "and whether the token may read it" : "or give a token that may read it in HF_TOKEN")
    case .unknownRevision(let page, let revision):
      "\(page): there is no branch, tag or commit '\(ServerText(revision).shown)'"
    case .gated(let page, let hasToken):
      "\(page): its owner wants conditions accepted first; open that page in a browser and accept them, then pull again "
        + (hasToken ? "(the token must be of the account that did)" : "with that account's token in HF_TOKEN")
    case .denied(let page, let hasToken, let message):
      "\(page): the hub refuses"
        + (hasToken ? " the token: check that it is valid and may read models" : "; give a token in HF_TOKEN")
        + (message.isEmpty ? "" : " (\(message))")
    case .malformedAnswer(let address, let reason):
      "\(address): not the answer of a model hub: \(reason); check HF_ENDPOINT"
    case .unsafePath(let path):
      "the hub lists a file '\(ServerText(path).shown)' that would not lie in the model's folder; nothing of it is fetched"
    case .noSpace(let folder, let needed, let free):
      "\(folder): \(needed >> 20) MB are to be fetched, and the disk has \(free >> 20) MB left; make room, "
        + "or let XDG_DATA_HOME name a larger disk"
    case .transfer(let error): "\(error)"
    case .interrupted: "interrupted"
    }
  }
}
