import CKernels
import Embeddings

/// Every item's vector under a lane: text and picture blended by the share, cut to the lane's length, not scaled.
struct BlendedVectors {
  /// The lengths of the blended prefixes, by item; 0 for an item without a direction.
  let norms: [Double]
  private let index: DenseIndex
  private let lane: DenseLane

  /// Prepares the blend; vectors are made one at a time.
  init(index: DenseIndex, lane: DenseLane) {
    self.index = index
    self.lane = lane
    let stop = index.stop(of: lane)
    norms = (0..<index.count).map { item in
      index.norms.norm(of: item, stop: stop, blend: index.norms.blend(of: item, textShare: lane.textShare))
    }
  }

  /// How many items there are.
  var count: Int { norms.count }
  /// The length of a blended prefix.
  var dimensions: Int { lane.dimensions }

  /// Calls `body` with each item, its vector and the vector's length, in order.
  /// - Complexity: O(items × dimensions).
  func forEach(_ body: (_ item: Int, _ vector: [Double], _ norm: Double) -> Void) {
    var vector = [Double](repeating: 0, count: lane.dimensions)
    index.text.values.withUnsafeBufferPointer { text in
      index.picture.values.withUnsafeBufferPointer { picture in
        for (item, norm) in norms.enumerated() {
          let blend = index.norms.blend(of: item, textShare: lane.textShare)
          let start = item * index.text.dimensions
          assay_blend(
            text.baseAddress.map { $0 + start }, blend.text, picture.baseAddress.map { $0 + start },
            blend.picture, lane.dimensions, &vector)
          body(item, vector, norm)
        }
      }
    }
  }
}
