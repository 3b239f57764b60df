import Foundation

extension Evaluation {
  /// The lines that trec_eval prints: measure, query and value, with four decimals unless it is a count.
  ///
  /// The measures come in trec_eval's order, whatever the order they were asked for in; the query `all` is last.
  /// With `perQuery` each query has its lines too, `-q` of trec_eval; with `tag` the run's name goes before the lines of
  /// `all`, as `runid`.
  package func trec(perQuery: Bool, tag: String? = nil) -> String {
    let order = referenceOrder
    var text = ""
    if perQuery {
      for (place, query) in queries.enumerated() {
        let token = TRECToken.encode(query.text)
        for index in order where measures[index].summary.hasQueryValues {
          text += line(index, query: token, value: values[index][place])
        }
      }
    }
    if let tag { text += "\(Self.padded(Self.tagName))\tall\t\(TRECToken.encode(tag))\n" }
    for index in order { text += line(index, query: "all", value: summary(at: index)) }
    return text
  }

  /// What trec_eval calls the run's name, which is no measure but is asked for like one.
  package static let tagName = "runid"

  private var referenceOrder: [Int] {
    let names = measures.map(\.name)
    return MeasureCatalogue.inReferenceOrder(measures).compactMap { names.firstIndex(of: $0.name) }
  }

  private func line(_ index: Int, query: String, value: Double) -> String {
    let measure = measures[index]
    let number = measure.summary.isCount ? String(Int(value)) : String(format: "%6.4f", value)
    return "\(Self.padded(measure.name))\t\(query)\t\(number)\n"
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 22 - name.count))
  }
}
