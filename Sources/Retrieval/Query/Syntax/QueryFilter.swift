/// A condition on the items of an answer, as a query writes it: `brand:acme,zenith`, `-price:<50`.
package struct QueryFilter: Hashable, Sendable {
  /// Whether items that fulfil a condition are left out instead of let through.
  package let isNegated: Bool
  /// The field whose values are asked.
  package let field: FilterField
  /// Alternatives; never empty.
  package let conditions: [FilterCondition]

  /// Makes a filter.
  /// - Precondition: there is a condition, and each is about values of the field's kind.
  package init(_ field: FilterField, _ conditions: [FilterCondition], isNegated: Bool = false) {
    precondition(!conditions.isEmpty, "a filter by \(field.name) without a condition")
    self.field = field
    self.conditions = conditions
    self.isNegated = isNegated
  }

  /// The filter as a tree of comparisons.
  package var expression: FilterExpression {
    let comparisons = conditions.map { FilterExpression.comparison(FilterComparison(field, $0)) }
    let alternatives = comparisons.count == 1 ? comparisons[0] : .any(comparisons)
    return isNegated ? .not(alternatives) : alternatives
  }
}

extension QueryFilter: CustomStringConvertible {
  /// The filter as the query language writes it.
  package var description: String {
    let values = conditions.map(\.description).joined(separator: ",")
    return "\(isNegated ? "-" : "")\(QuerySpelling.name(field.name)):\(values)"
  }
}
