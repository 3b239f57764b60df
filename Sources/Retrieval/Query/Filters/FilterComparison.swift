/// The smallest filter: a field and what one of its values has to fulfil.
///
/// An item that has several values in the field passes when any of them does; an item without the field never does.
package struct FilterComparison: Hashable, Sendable, CustomStringConvertible {
  /// The field.
  package let field: FilterField
  /// What is asked of its value.
  package let condition: FilterCondition

  /// Makes a comparison.
  /// - Precondition: the condition is about values of the field's kind.
  package init(_ field: FilterField, _ condition: FilterCondition) {
    precondition(condition.kind == field.kind, "\(field.name) holds \(field.kind), not \(condition.kind)")
    self.field = field
    self.condition = condition
  }

  package var description: String { "\(field.name):\(condition)" }
}
