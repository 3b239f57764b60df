/// Writes a model as OpenVINO IR text, version 11, whose constants lie in mapped weight files.
///
/// Each function of the extensions adds one layer and answers its result; shapes are inferred by the reader. Source:
/// <https://docs.openvino.ai/2026/documentation/openvino-ir-format/operation-sets.html>.
struct GraphBuilder {
  let weights: Weights
  let precision: ModelPrecision
  private var layers = ""
  private var edges = ""
  private var count = 0

  init(weights: Weights, precision: ModelPrecision) {
    self.weights = weights
    self.precision = precision
  }

  /// The finished text.
  var text: String {
    "<?xml version=\"1.0\"?>\n<net name=\"assay\" version=\"11\"><layers>\n\(layers)</layers><edges>\n\(edges)</edges></net>\n"
  }

  /// Adds a layer with one result.
  /// - Parameters:
  ///   - type: the operation's name.
  ///   - version: the operation set that defines it.
  ///   - attributes: its attributes, in order.
  ///   - inputs: its inputs, in order.
  ///   - element: the type of the result.
  ///   - shape: the result's extents, only where the format asks for them; −1 is any.
  ///   - name: the result's tensor name, if it is an output of the model or an input.
  /// - Returns: the layer's result.
  mutating func add(
    _ type: String, _ version: String, _ attributes: KeyValuePairs<String, String> = [:],
    inputs: [GraphValue] = [], element: Element, shape: [Int] = [], name: String? = nil
  ) -> GraphValue {
    let id = open(type, version, attributes, inputs: inputs)
    let names = name.map { " names=\"\($0)\"" } ?? ""
    let extents = shape.map { "<dim>\($0)</dim>" }.joined()
    layers += "<output><port id=\"\(inputs.count)\" precision=\"\(element.precisionName)\"\(names)>"
    layers += "\(extents)</port></output></layer>\n"
    return GraphValue(layer: id, port: inputs.count, element: element)
  }

  /// An input of the model.
  mutating func parameter(_ name: String, element: Element, shape: [Int]) -> GraphValue {
    let extents = shape.map { $0 < 0 ? "?" : String($0) }.joined(separator: ",")
    return add(
      "Parameter", "opset1", ["shape": extents, "element_type": element.rawValue], element: element,
      shape: shape,
      name: name)
  }

  /// An output of the model.
  mutating func result(_ value: GraphValue, name: String) {
    // A tensor's name sits where it is made: an identity carries it, which the compiler removes.
    let named = add(
      "Convert", "opset1", ["destination_type": "f32"], inputs: [value], element: .f32, name: name)
    _ = open("Result", "opset1", [:], inputs: [named])
    layers += "</layer>\n"
  }

  private mutating func open(
    _ type: String, _ version: String, _ attributes: KeyValuePairs<String, String>, inputs: [GraphValue]
  ) -> Int {
    let id = count
    count += 1
    layers += "<layer id=\"\(id)\" name=\"\(type)_\(id)\" type=\"\(type)\" version=\"\(version)\">"
    if !attributes.isEmpty {
      layers += "<data " + attributes.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: " ") + "/>"
    }
    guard !inputs.isEmpty else { return id }
    layers += "<input>"
    for (port, input) in inputs.enumerated() {
      layers += "<port id=\"\(port)\"/>"
      edges += "<edge from-layer=\"\(input.layer)\" from-port=\"\(input.port)\""
      edges += " to-layer=\"\(id)\" to-port=\"\(port)\"/>\n"
    }
    layers += "</input>"
    return id
  }
}

extension Element {
  /// What the type is called on a port.
  fileprivate var precisionName: String {
    switch self {
    case .f32: "FP32"
    case .f16: "FP16"
    default: rawValue.uppercased()
    }
  }
}
