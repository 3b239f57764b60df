/// With what numbers a model is computed.
package enum ModelPrecision: String, Hashable, Sendable, CaseIterable {
  /// Single precision: the same bits on every run.
  case f32
  /// Brain floats where the processor has them: up to twice as fast, scores move by some 1e-3.
  case bf16
  /// Weights rounded to bytes, each row of a matrix by itself, and single precision otherwise.
  case int8

  /// What the runtime is told; left to itself, it would choose by the processor.
  var hint: String { self == .bf16 ? "bf16" : "f32" }
}
