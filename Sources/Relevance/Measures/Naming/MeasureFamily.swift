/// Measures that differ in cutoff and parameters only, and what they are called.
package struct MeasureFamily: Sendable {
  /// What may follow `@`.
  package enum CutoffUse: Hashable, Sendable {
    case never, optional, required
    /// A level of recall, which must be there.
    case share
  }

  /// The names of ir_measures, the first of which is printed; empty for a measure that only trec_eval names.
  package let names: [String]
  /// trec_eval's name without a cutoff, such as `map`.
  package let trecName: String?
  /// trec_eval's name that a cutoff follows, such as `map_cut`.
  package let trecCutName: String?
  /// The cutoffs that trec_eval reports when none is named.
  package let trecCutoffs: [Int]
  /// The levels of recall that trec_eval reports when none is named.
  package let trecShares: [Double]
  /// What may follow `@`.
  package let cutoffUse: CutoffUse
  /// The parameters in parentheses that the names take, besides `judged_only`.
  package let parameters: [String]
  /// What is measured, in a few words.
  package let about: String
  let make: @Sendable (MeasureArguments) throws(MeasureNameError) -> any Measure

  /// trec_eval's usual cutoffs.
  static let manyCutoffs = [5, 10, 15, 20, 30, 100, 200, 500, 1000]

  init(
    names: [String] = [], trecName: String? = nil, trecCutName: String? = nil, trecCutoffs: [Int] = [],
    trecShares: [Double] = [], cutoffUse: CutoffUse = .never, parameters: [String] = [], about: String,
    make: @escaping @Sendable (MeasureArguments) throws(MeasureNameError) -> any Measure
  ) {
    self.names = names
    self.trecName = trecName
    self.trecCutName = trecCutName
    self.trecCutoffs = trecCutoffs
    self.trecShares = trecShares
    self.cutoffUse = cutoffUse
    self.parameters = parameters
    self.about = about
    self.make = make
  }

  /// How the family's names are written, such as `nDCG(dcg=,gains=)[@k]`.
  package var pattern: String {
    let inside = parameters.isEmpty ? "" : "(\(parameters.map { "\($0)=" }.joined(separator: ",")))"
    let after =
      switch cutoffUse {
      case .never: ""
      case .optional: "[@k]"
      case .required: "@k"
      case .share: "@r"
      }
    return names.first.map { $0 + inside + after } ?? trecPattern
  }

  /// How trec_eval writes the family's names, such as `ndcg, ndcg_cut_k`; empty when it has none.
  package var trecPattern: String {
    [trecName, trecCutName.map { $0 + (cutoffUse == .share ? "_r" : "_k") }].compactMap { $0 }
      .joined(separator: ", ")
  }
}
