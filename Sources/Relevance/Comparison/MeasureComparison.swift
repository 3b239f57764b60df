/// Several columns by one measure over the same queries, the first being the baseline of the others.
package struct MeasureComparison: Sendable {
  /// The measure's name.
  package let measure: String
  /// The queries, in the order of the values.
  package let queries: [QueryID]
  /// The value of each query, by column.
  package let values: [[Double]]
  /// Each column's mean.
  package let means: [MeanEstimate]
  /// Each column after the first against the first, adjusted as one family.
  package let pairs: [PairedComparison]

  private let method: ComparisonMethod

  /// Compares columns.
  /// - Precondition: there is a column, and every column has a value for every query.
  package init(measure: String, queries: [QueryID], values: [[Double]], method: ComparisonMethod) {
    precondition(!values.isEmpty, "nothing to compare")
    precondition(
      values.allSatisfy { $0.count == queries.count }, "a column lacks values of \(queries.count) queries")
    self.measure = measure
    self.queries = queries
    self.values = values
    self.method = method
    means = values.map { MeanEstimate($0, by: method.bootstrap) }
    pairs = PairedComparison.asFamily(
      values.dropFirst().map { PairedComparison($0, against: values[0], method: method) })
  }

  /// The queries that changed most between the baseline and a column, ties left out: gains by the largest gain first,
  /// losses by the largest loss first, equal changes by the bytes of the query's id.
  package func changes(of column: Int) -> (losses: [QueryChange], gains: [QueryChange]) {
    let changes = queries.indices.map { index in
      QueryChange(query: queries[index], baseline: values[0][index], value: values[column][index])
    }
    let byID = changes.sorted { $0.query < $1.query }
    // Sorting keeps the order of equals.
    let ordered = byID.sorted { $0.delta < $1.delta }
    return (
      ordered.filter { $0.delta < -method.epsilon },
      byID.sorted { $0.delta > $1.delta }.filter { $0.delta > method.epsilon }
    )
  }

  /// The same comparison within each slice; all slices and columns are one family, because each is another chance of a
  /// false alarm.
  /// - Parameter slice: the slice that a query belongs to.
  /// - Returns: slices by the bytes of their names, those without a query left out.
  package func slices(by slice: (QueryID) -> String) -> [SliceComparison] {
    let members = Dictionary(grouping: queries.indices) { OpaqueName(slice(queries[$0])) }
    let names = members.keys.sorted()
    var parts = names.map { name in
      let chosen = members[name] ?? []
      return SliceComparison(
        name: name.text,
        comparison: MeasureComparison(
          measure: measure, queries: chosen.map { queries[$0] },
          values: values.map { column in chosen.map { column[$0] } }, method: method))
    }
    var family = PairedComparison.asFamily(parts.flatMap(\.comparison.pairs))[...]
    for index in parts.indices {
      let count = parts[index].comparison.pairs.count
      parts[index].comparison = parts[index].comparison.with(pairs: Array(family.prefix(count)))
      family = family.dropFirst(count)
    }
    return parts
  }

  private init(_ other: MeasureComparison, pairs: [PairedComparison]) {
    measure = other.measure
    queries = other.queries
    values = other.values
    means = other.means
    method = other.method
    self.pairs = pairs
  }

  private func with(pairs: [PairedComparison]) -> MeasureComparison {
    MeasureComparison(self, pairs: pairs)
  }
}

/// One slice of a comparison.
package struct SliceComparison: Sendable {
  /// What its queries have in common.
  package let name: String
  /// The comparison over them.
  package fileprivate(set) var comparison: MeasureComparison
}

/// What became of one query between two columns.
package struct QueryChange: Hashable, Sendable {
  /// The query's id.
  package let query: QueryID
  /// Its value in the baseline.
  package let baseline: Double
  /// Its value in the other column.
  package let value: Double

  /// How much it gained, negative for a loss.
  package var delta: Double { value - baseline }
}
