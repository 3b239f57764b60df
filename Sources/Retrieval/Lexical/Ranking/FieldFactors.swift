internal import CKernels

/// What one occurrence adds to an item's term frequency: the field's weight over its length norm.
///
/// For each group of four fields `[items + 1][4]` float32, in the order of the groups; fields that do not exist and
/// the item beyond the last have factor 0.
struct FieldFactors: Sendable {
  /// The parameters that factors depend on.
  struct Parameters: Hashable, Sendable {
    let b: Double
    let weights: [Double]
  }

  /// One array for each group of four fields.
  let groups: [SharedArray<Float>]

  /// Computes the factors of all items.
  /// - Complexity: O(fields × items).
  init(_ parameters: Parameters, fields: [LexicalField], items: Int) {
    groups = stride(from: 0, to: max(1, fields.count), by: 4).map { first in
      SharedArray(count: 4 * (items + 1)) { memory in
        memory.initialize(repeating: 0)
        guard let base = memory.baseAddress else { return }
        for field in first..<min(first + 4, fields.count) where parameters.weights[field] > 0 {
          fields[field].lengths.withUnsafeBufferPointer { lengths in
            assay_bm25_factors(
              lengths.baseAddress, lengths.count, parameters.weights[field], parameters.b,
              fields[field].averageLength, base + (field - first))
          }
        }
      }
    }
  }

  /// The factor of a field in an item; 0 when there is no such field.
  func factor(field: Int, item: UInt32) -> Float {
    field / 4 < groups.count ? groups[field / 4][Int(item) * 4 + field % 4] : 0
  }
}
