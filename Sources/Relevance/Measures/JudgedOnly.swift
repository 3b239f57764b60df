/// A measure of the judged documents alone, the ranks closed up: `judged_only=True` of ir_measures.
package struct JudgedOnly: Measure {
  /// What is measured once the unjudged are gone.
  package let measure: any Measure
  package let name: String

  /// Wraps a measure under the name it was asked for by.
  package init(_ measure: any Measure, name: String) {
    self.measure = measure
    self.name = name
  }

  package var cutoff: Int? { measure.cutoff }
  package var summary: MeasureSummary { measure.summary }
  package var definition: String { "\(measure.definition); unjudged items left out, ranks closed up" }

  package func score(_ topic: JudgedRanking) -> Double { measure.score(topic.condensed()) }

  package func residual(_ topic: JudgedRanking) -> Double? { measure.residual(topic.condensed()) }
}
