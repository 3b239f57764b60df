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
  /// For each group, the four factors that no item's exceed.
  let most: [SharedArray<Float>]
  /// The same for a term of which not all occurrences are known: any number of them in the fields that count.
  let endless: [SharedArray<Float>]
  /// The smallest weight of a field that counts; 1 when none does.
  let leastWeight: Float

  /// Computes the factors of all items.
  /// - Complexity: O(fields × items).
  init(_ parameters: Parameters, fields: [LexicalField], items: Int) {
    leastWeight = Float(parameters.weights.filter { $0 > 0 }.min() ?? 1)
    var most: [SharedArray<Float>] = []
    groups = stride(from: 0, to: max(1, fields.count), by: 4).map { first in
      let group = first..<min(first + 4, fields.count)
      return SharedArray(count: 4 * (items + 1)) { memory in
        guard let start = memory.baseAddress else { return }
        nonisolated(unsafe) let rows = start  // threads write to the rows of their own items
        let pieces = WorkerPool.shared.accumulate(
          over: items + 1, grain: Self.grain, into: SIMD4<Float>.zero
        ) { most, range in
          (rows + 4 * range.lowerBound).initialize(repeating: 0, count: 4 * range.count)
          let items = range.clamped(to: 0..<items)
          for field in group where parameters.weights[field] > 0 {
            fields[field].lengths.part(items).withUnsafeBufferPointer { lengths in
              let largest = assay_bm25_factors(
                lengths.baseAddress, lengths.count, parameters.weights[field], parameters.b,
                fields[field].averageLength, rows + 4 * items.lowerBound + (field - first))
              most[field - first] = max(most[field - first], largest)
            }
          }
        }
        let largest = pieces.reduce(.zero) { pointwiseMax($0, $1) }
        most.append(SharedArray((0..<4).map { largest[$0] }))
      }
    }
    self.most = most
    endless = most.map { SharedArray($0.map { $0 > 0 ? 1e30 : 0 }) }
  }

  /// How many items a thread works on at a time.
  private static let grain = 32_768

  /// The factor of a field in an item; 0 when there is no such field.
  func factor(field: Int, item: UInt32) -> Float {
    field / 4 < groups.count ? groups[field / 4][Int(item) * 4 + field % 4] : 0
  }
}
