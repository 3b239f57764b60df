extension GraphBuilder {
  mutating func add(_ left: GraphValue, _ right: GraphValue) -> GraphValue {
    elementwise("Add", left, right)
  }

  mutating func multiply(_ left: GraphValue, _ right: GraphValue) -> GraphValue {
    elementwise("Multiply", left, right)
  }

  mutating func subtract(_ left: GraphValue, _ right: GraphValue) -> GraphValue {
    elementwise("Subtract", left, right)
  }

  mutating func divide(_ left: GraphValue, _ right: GraphValue) -> GraphValue {
    elementwise("Divide", left, right)
  }

  mutating func maximum(_ left: GraphValue, _ right: GraphValue) -> GraphValue {
    elementwise("Maximum", left, right)
  }

  mutating func squareRoot(_ value: GraphValue) -> GraphValue {
    add("Sqrt", "opset1", inputs: [value], element: value.element)
  }

  mutating func sine(_ value: GraphValue) -> GraphValue {
    add("Sin", "opset1", inputs: [value], element: value.element)
  }

  mutating func cosine(_ value: GraphValue) -> GraphValue {
    add("Cos", "opset1", inputs: [value], element: value.element)
  }

  mutating func negative(_ value: GraphValue) -> GraphValue {
    add("Negative", "opset1", inputs: [value], element: value.element)
  }

  mutating func convert(_ value: GraphValue, to element: Element) -> GraphValue {
    add("Convert", "opset1", ["destination_type": element.rawValue], inputs: [value], element: element)
  }

  /// The matrix product of the last two axes.
  mutating func product(_ left: GraphValue, _ right: GraphValue, transposingRight: Bool) -> GraphValue {
    add(
      "MatMul", "opset1", ["transpose_a": "false", "transpose_b": "\(transposingRight)"],
      inputs: [left, right],
      element: left.element)
  }

  /// The sum over one axis, which goes away or stays with extent 1.
  mutating func sum(_ value: GraphValue, axis: Int, keepsAxis: Bool = false) -> GraphValue {
    add(
      "ReduceSum", "opset1", ["keep_dims": "\(keepsAxis)"], inputs: [value, whole([axis])],
      element: value.element)
  }

  /// The mean over one axis, which stays with extent 1.
  mutating func mean(_ value: GraphValue, axis: Int) -> GraphValue {
    add(
      "ReduceMean", "opset1", ["keep_dims": "true"], inputs: [value, whole([axis])], element: value.element)
  }

  private mutating func elementwise(_ type: String, _ left: GraphValue, _ right: GraphValue) -> GraphValue {
    add(type, "opset1", ["auto_broadcast": "numpy"], inputs: [left, right], element: left.element)
  }
}
