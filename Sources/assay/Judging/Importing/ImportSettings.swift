internal import Relevance
internal import Storage

/// What an import knows beside the file.
struct ImportSettings {
  /// How ratings become grades.
  var grades: GradeReading
  /// Who judged where the file doesn't say.
  var assessor: String
  /// Where the judgments come from.
  var source: JudgmentSource
  /// When they are taken over.
  var time: String
  /// The queries' ids and texts.
  var naming: QueryNaming
  /// The catalogue; `nil` when ids are not to be checked.
  var items: CatalogueItems?
  /// Whether judgments of items or queries that are not known are left out.
  var leavesOutUnknown = false
}
