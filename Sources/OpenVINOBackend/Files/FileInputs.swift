internal import Embeddings

/// How texts and pictures go into a model file, by the names and shapes of its inputs.
enum FileInputs {
  /// The slots of a text model, and how many rows a batch may have if its file fixes that.
  static func texts(
    _ ports: [NetworkPort], facts: TextFacts, path: String
  ) throws(EncoderError) -> (inputs: TextInputs, rows: Int?) {
    var slots: [TextInputs.Slot] = []
    for port in ports {
      guard let role = role(port.name), let element = port.element, element == .i64 || element == .i32 else {
        throw unknown(port, ports, path)
      }
      slots.append(.init(role: role, element: element))
    }
    guard let ids = slots.firstIndex(where: { $0.role == .ids }) else {
      throw .malformedModel(path: path, reason: "has no input input_ids; it has \(list(ports))")
    }
    let shape = ports[ids].shape ?? []
    let isMasked = slots.contains { $0.role == .mask }
    let length = try facts.length(columns: shape.count == 2 ? shape[1] : nil, isMasked: isMasked, path: path)
    let inputs = TextInputs(slots: slots, length: length, padding: try facts.padding(path: path))
    return (inputs, shape.first ?? nil)
  }

  /// How pictures go into a model whose only input has four axes, and how many rows a batch may have if its file fixes
  /// that; `size` is a picture's side where the model takes any.
  static func pictures(
    _ ports: [NetworkPort], size: Int?, path: String
  ) throws(EncoderError) -> (input: PictureInput, rows: Int?) {
    guard ports.count == 1, let shape = ports[0].shape, shape.count == 4, shape[1] == 3 || shape[3] == 3
    else {
      throw .malformedModel(
        path: path,
        reason: "has no single input for pictures (channels, rows, columns); it has \(list(ports))")
    }
    let isFirst = shape[1] == 3
    let sides = isFirst ? (shape[2], shape[3]) : (shape[1], shape[2])
    guard let height = sides.0 ?? size, let width = sides.1 ?? size else {
      throw .malformedModel(
        path: path, reason: "takes pictures of any size, and no config.json says image_size; set the size")
    }
    let values: PictureInput.Values
    switch ports[0].element {
    case .f32: values = .normalised
    case .u8: values = .levels
    default: throw unknown(ports[0], ports, path)
    }
    let layout = isFirst ? PictureInput.Layout.channelsFirst : .channelsLast
    return (PictureInput(width: width, height: height, layout: layout, values: values), shape[0])
  }

  private static func role(_ name: String) -> TextInputs.Role? {
    TextInputs.Role.allCases.first { $0.name == name && $0 != .pooledPosition }
  }

  private static func unknown(_ port: NetworkPort, _ ports: [NetworkPort], _ path: String) -> EncoderError {
    let hint =
      port.name.hasPrefix("past_key_values")
      ? "it was exported to generate text, with a cache; take an export without one"
      : "its inputs are \(list(ports))"
    return .malformedModel(path: path, reason: "has the input \(port), which can't be fed; \(hint)")
  }

  private static func list(_ ports: [NetworkPort]) -> String {
    ports.map(\.description).joined(separator: ", ")
  }
}
