internal import Embeddings
internal import JSON

extension ConfigurationSection {
  /// Refuses weights that were quantised in a way of their own: their tensors are not what their names say.
  func refuseQuantisation() throws(EncoderError) {
    guard has("quantization_config") else { return }
    throw .malformedModel(
      path: path,
      reason: "\(place)quantization_config: quantised weights are not supported; take the original ones")
  }

  /// Refuses `key` unless it says nothing or one of some values, given as JSON.
  func require(_ key: String, among values: String..., supported: String) throws(EncoderError) {
    guard has(key), let value = value[key], !values.contains(value.text) else { return }
    throw unsupported(key, supported: supported)
  }

  /// Refuses a list under `key` that has other elements than one.
  func require(_ key: String, allOf element: String) throws(EncoderError) {
    guard has(key), let value = value[key] else { return }
    guard case .array(let elements) = value, elements.allSatisfy({ $0 == .string(element) }) else {
      throw unsupported(key, supported: "a list of \(element) is")
    }
  }
}
