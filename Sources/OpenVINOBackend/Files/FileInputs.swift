internal import Embeddings

/// How texts and pictures go into a model file, by the names and shapes of its inputs.
enum FileInputs {
  /// The slots of a text model, and how many rows a batch may have if its file fixes that.
  ///
  /// A picture that the graph takes as well stays black; `size` is its side where the model takes any.
  static func texts(
    _ ports: [NetworkPort], facts: TextFacts, size: Int? = nil, path: String
  ) throws(EncoderError) -> (inputs: TextInputs, rows: Int?) {
    var slots: [TextInputs.Slot] = []
    var unused = UnusedInputs()
    for (place, port) in ports.enumerated() {
      if ports.count > 1, let shape = port.shape, isPicture(port) {
        guard let extent = shape.dropFirst().contains(nil) ? size : 1 else { throw sizeless(path) }
        if unused.fill(port, at: place, with: 0, open: extent) { continue }
      }
      guard let role = role(port.name), let element = port.element, element == .i64 || element == .i32 else {
        throw unknown(port, ports, path)
      }
      slots.append(.init(role: role, element: element))
    }
    guard slots.contains(where: { $0.role == .ids }) else {
      throw .malformedModel(path: path, reason: "has no input input_ids; it has \(list(ports))")
    }
    let shape = ports.first { $0.name == TextInputs.Role.ids.name }?.shape ?? []
    let isMasked = slots.contains { $0.role == .mask }
    let length = try facts.length(columns: shape.count == 2 ? shape[1] : nil, isMasked: isMasked, path: path)
    var inputs = TextInputs(slots: slots, length: length, padding: try facts.padding(path: path))
    inputs.unused = unused
    return (inputs, shape.first ?? nil)
  }

  /// How pictures go into a model one of whose inputs has four axes, and how many rows a batch may have if its file fixes
  /// that; `size` is a picture's side where the model takes any.
  ///
  /// Of a text that the graph takes as well there is one, of zeros and as short as can be.
  static func pictures(
    _ ports: [NetworkPort], size: Int?, path: String
  ) throws(EncoderError) -> (input: PictureInput, unused: UnusedInputs, rows: Int?) {
    guard ports.count(where: isPicture) == 1, let place = ports.firstIndex(where: isPicture),
      let shape = ports[place].shape
    else {
      throw .malformedModel(
        path: path,
        reason: "has no single input for pictures (channels, rows, columns); it has \(list(ports))")
    }
    var unused = UnusedInputs()
    for (other, port) in ports.enumerated() where other != place {
      let isText = role(port.name) != nil && (port.element == .i64 || port.element == .i32)
      guard isText, unused.fill(port, at: other, with: role(port.name) == .mask ? 1 : 0) else {
        throw unknown(port, ports, path)
      }
    }
    let isFirst = shape[1] == 3
    let sides = isFirst ? (shape[2], shape[3]) : (shape[1], shape[2])
    guard let height = sides.0 ?? size, let width = sides.1 ?? size else {
      throw sizeless(path)
    }
    let values: PictureInput.Values
    switch ports[place].element {
    case .f32: values = .normalised
    case .u8: values = .levels
    default: throw unknown(ports[place], ports, path)
    }
    let layout = isFirst ? PictureInput.Layout.channelsFirst : .channelsLast
    let input = PictureInput(width: width, height: height, layout: layout, values: values)
    return (input, unused, shape[0])
  }

  /// A picture's side, by the settings or the configuration.
  static func pictureSize(
    _ root: ConfigurationSection?, _ settings: ModelSettings
  ) throws(EncoderError) -> Int? {
    if let size = settings.pictureSize { return size }
    guard let section = try root?.section("vision_config") ?? root, section.has("image_size") else {
      return nil
    }
    return try section.count("image_size")
  }

  private static func sizeless(_ path: String) -> EncoderError {
    .malformedModel(
      path: path, reason: "takes pictures of any size, and no config.json says image_size; set the size")
  }

  private static func isPicture(_ port: NetworkPort) -> Bool {
    guard let shape = port.shape, shape.count == 4 else { return false }
    return shape[1] == 3 || shape[3] == 3
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
