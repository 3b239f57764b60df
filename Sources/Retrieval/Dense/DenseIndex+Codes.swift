extension DenseIndex {
  /// The items' vectors in the format of a lane that keeps few bits of them; derived on first use.
  func codes(_ lane: DenseLane) -> any CodedVectors {
    recentCodes.value(for: Self.key(of: lane)) { derived(lane, DerivationWatch()) }
  }

  /// The stages of a lane whose vectors have to be derived before they can be compared, which takes seconds to minutes
  /// for a million items; what was derived lately is kept.
  ///
  /// Each is a lane of one stage, to be handed to `derive`.
  package func underived(_ lane: DenseLane) -> [DenseLane] {
    let first = lane.coarse.map {
      DenseLane(
        dimensions: $0.dimensions, precision: $0.precision, textShare: lane.textShare, model: lane.model)
    }
    guard !sides.isEmpty else { return [] }
    var last = lane
    last.coarse = nil
    return [first, last].compactMap(\.self)
      .filter { $0.precision.isDerived && !recentCodes.contains(Self.key(of: $0)) }
  }

  /// Derives the vectors of a lane of one stage, so that a search finds them ready.
  ///
  /// Searches are answered meanwhile. What was ended leaves nothing behind.
  /// - Returns: whether it was done, not ended by the watch.
  /// - Complexity: O(count × dimensions) times what a code costs.
  @discardableResult
  package func derive(_ lane: DenseLane, watch: DerivationWatch) -> Bool {
    let key = Self.key(of: lane)
    guard key.precision.isDerived, !recentCodes.contains(key) else { return true }
    let codes = derived(key, watch)
    guard !watch.wasEnded else { return false }
    _ = recentCodes.value(for: key) { codes }
    return true
  }

  private static func key(of lane: DenseLane) -> DenseLane {
    var key = lane
    key.coarse = nil
    // Whoever asks has found the model's index already.
    key.model = 0
    return key
  }

  /// Of no use when the watch ended the work.
  private func derived(_ lane: DenseLane, _ watch: DerivationWatch) -> any CodedVectors {
    let stop = self.stop(lane.dimensions)
    let prefixes = BlendedPrefixes(
      blend: blend(textShare: lane.textShare), layout: sides[0].layout, stop: stop, pool: pool, watch: watch)
    let directed = factors(stop: stop, textShare: lane.textShare).directed
    watch.begin(count + (lane.precision == .product ? ProductQuantiser.trainingRows(of: count) : 0))
    switch lane.precision {
    case .binary: return BitVectors(prefixes, directed: directed, comparison: .bits)
    case .asymmetric: return BitVectors(prefixes, directed: directed, comparison: .floats)
    case .twoBit: return TableVectors(prefixes, quantiser: TwoBitQuantiser())
    case .product: return TableVectors(prefixes, quantiser: ProductQuantiser(training: prefixes))
    case .float32, .int8: preconditionFailure("\(lane.precision) is compared as packed")
    }
  }
}

extension VectorPrecision {
  /// Whether vectors have to be derived from those that the index keeps.
  fileprivate var isDerived: Bool { self != .float32 && self != .int8 }
}
