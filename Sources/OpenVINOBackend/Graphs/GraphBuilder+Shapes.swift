extension GraphBuilder {
  /// Another shape for the same numbers: 0 keeps an extent, −1 takes what is left.
  mutating func reshape(_ value: GraphValue, _ shape: [Int]) -> GraphValue {
    add("Reshape", "opset1", ["special_zero": "true"], inputs: [value, whole(shape)], element: value.element)
  }

  mutating func transpose(_ value: GraphValue, _ order: [Int]) -> GraphValue {
    add("Transpose", "opset1", inputs: [value, whole(order)], element: value.element)
  }

  /// New axes of extent 1 at the given places of the result.
  mutating func unsqueeze(_ value: GraphValue, _ axes: [Int]) -> GraphValue {
    add("Unsqueeze", "opset1", inputs: [value, whole(axes)], element: value.element)
  }

  mutating func concatenate(_ values: [GraphValue], axis: Int) -> GraphValue {
    add("Concat", "opset1", ["axis": String(axis)], inputs: values, element: values[0].element)
  }

  /// A stretch of one axis.
  mutating func slice(_ value: GraphValue, axis: Int, from start: GraphValue, to end: GraphValue)
    -> GraphValue
  {
    add("Slice", "opset8", inputs: [value, start, end, whole([1]), whole([axis])], element: value.element)
  }

  /// The entries of an axis that `indices` name; the first `batchAxes` axes belong together.
  mutating func gather(_ value: GraphValue, _ indices: GraphValue, axis: Int, batchAxes: Int = 0)
    -> GraphValue
  {
    add(
      "Gather", "opset8", ["batch_dims": String(batchAxes)], inputs: [value, indices, whole(axis)],
      element: value.element)
  }

  /// The extents of a value.
  mutating func shape(of value: GraphValue) -> GraphValue {
    add("ShapeOf", "opset3", ["output_type": "i64"], inputs: [value], element: .i64)
  }

  /// One extent of a value, as a row of one number.
  mutating func extent(_ axis: Int, of value: GraphValue) -> GraphValue {
    gather(shape(of: value), whole([axis]), axis: 0)
  }

  /// The value repeated along axes of extent 1 until it has the shape.
  mutating func broadcast(_ value: GraphValue, to shape: GraphValue) -> GraphValue {
    add("Broadcast", "opset3", ["mode": "numpy"], inputs: [value, shape], element: value.element)
  }

  /// 0, 1, 2… for each place on an axis of a value, as float32.
  mutating func places(on axis: Int, of value: GraphValue) -> GraphValue {
    let limit = gather(shape(of: value), whole(axis), axis: 0)
    return add("Range", "opset4", ["output_type": "f32"], inputs: [whole(0), limit, whole(1)], element: .f32)
  }
}
