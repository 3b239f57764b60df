import CKernels

/// How far the cosines of a search can lie above what the codes up to a stop say.
///
/// What the components after the stop can add is at most the product of the lengths of the rest of the item and the rest
/// of the query (Cauchy–Schwarz), and these lengths are known.
struct Allowance: Sendable {
  /// The stop up to which codes were compared.
  let stop: Int
  /// How far what the codes say can be off without what lies beyond them.
  let error: ErrorBound
  /// The length of the rest of the query over that of its prefix.
  private let queryRest: Float
  /// By row, the same of the item; `nil` where nothing is left.
  private let rests: SharedArray<Float>?

  /// Describes what may be missing at `stop`, the search's own or a shorter one.
  init(_ search: CertifiedSearch, at stop: Int) {
    self.stop = stop
    error = search.bound(stop)
    guard stop < search.stop else {
      queryRest = 0
      rests = nil
      return
    }
    let lengths = search.scanned.query.lengths
    let whole = lengths[search.stop]
    let square = max(0, whole * whole - lengths[stop] * lengths[stop])
    // The second summand is more than the difference of two rounded squares can be off.
    queryRest = Float((square + 0x1p-40 * whole * whole).squareRoot() / whole).nextUp
    rests = search.index.rests(from: stop, to: search.stop, textShare: search.textShare)
  }

  /// The same for kernels, as long as this value is kept.
  var memory: assay_allowance {
    assay_allowance(
      slack: error.slack, rest: queryRest, rests: rests?.withUnsafeBufferPointer { $0.baseAddress })
  }
}
