internal import Embeddings
internal import OpenVINOBackend

extension OpenVINORuntime {
  /// The runtime where the user's settings say, else where it is looked for by itself.
  /// - Throws: `EncoderError.unavailable` that says where it was looked for and how to install it.
  static func open(by settings: Settings) throws(EncoderError) -> OpenVINORuntime {
    try open(searching: places(by: settings), environment: settings.environment)
  }

  /// The places in the order in which they are looked at.
  static func places(by settings: Settings) -> [String] {
    let configured = EffectiveConfiguration(settings: settings).openvino.value
    return RuntimeSearch.places(
      environment: settings.environment, configured: configured.map { [$0] } ?? [])
  }
}
