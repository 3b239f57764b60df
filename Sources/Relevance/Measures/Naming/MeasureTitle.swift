/// How measures are spelled, as ir_measures does: `Base(parameter=value,…)@cutoff`.
enum MeasureTitle {
  static func spell(_ base: String, _ parameters: [String] = [], cutoff: Int? = nil) -> String {
    let inside = parameters.isEmpty ? "" : "(\(parameters.joined(separator: ",")))"
    return base + inside + (cutoff.map { "@\($0)" } ?? "")
  }

  static func spell(_ base: String, level: Int?, cutoff: Int? = nil) -> String {
    spell(base, level.map { ["rel=\($0)"] } ?? [], cutoff: cutoff)
  }

  /// The words that limit a definition to a depth.
  static func depth(_ cutoff: Int?) -> String {
    cutoff.map { " to rank \($0)" } ?? ""
  }

  /// A number with two decimals, as trec_eval spells levels of recall.
  static func decimals(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }
}
