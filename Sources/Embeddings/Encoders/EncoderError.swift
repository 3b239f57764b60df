/// Why an encoder could not be opened or used.
package enum EncoderError: Error, Hashable, Sendable {
  /// The model file is not what it should be; `reason` says where and how.
  case malformedModel(path: String, reason: String)
  /// The input can't be encoded.
  case unencodable(reason: String)
  /// What the encoder needs is not there, such as its runtime or its server; `reason` says what and what to do.
  case unavailable(reason: String)
  /// The work was stopped between two batches, as it was asked to.
  case interrupted
}

extension EncoderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformedModel(let path, let reason): "\(path): \(reason)"
    case .unencodable(let reason), .unavailable(let reason): reason
    case .interrupted: "interrupted"
    }
  }
}
