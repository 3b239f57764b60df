/// Numbers in a shape, on their way into a model or out of it; row-major.
struct Tensor: Hashable, Sendable {
  /// The numbers, in the type that the model takes or gives.
  enum Values: Hashable, Sendable {
    case f32([Float])
    case i32([Int32])
    case i64([Int64])
    case u8([UInt8])
    case i8([Int8])
  }

  let values: Values
  let shape: [Int]

  /// The type of the numbers.
  var element: Element {
    switch values {
    case .f32: .f32
    case .i32: .i32
    case .i64: .i64
    case .u8: .u8
    case .i8: .i8
    }
  }

  /// The numbers as they are, whatever their type.
  var floats: [Float] {
    switch values {
    case .f32(let values): values
    case .i32(let values): values.map { Float($0) }
    case .i64(let values): values.map { Float($0) }
    case .u8(let values): values.map { Float($0) }
    case .i8(let values): values.map { Float($0) }
    }
  }

  func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    switch values {
    case .f32(let values): values.withUnsafeBytes(body)
    case .i32(let values): values.withUnsafeBytes(body)
    case .i64(let values): values.withUnsafeBytes(body)
    case .u8(let values): values.withUnsafeBytes(body)
    case .i8(let values): values.withUnsafeBytes(body)
    }
  }
}
