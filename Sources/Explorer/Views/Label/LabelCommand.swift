/// What only the Label view can do.
package enum LabelCommand: Hashable, Sendable {
  /// Puts the items before the assessor in another order.
  case switchOrder
  /// Labels for every query of the set, or for the one that was asked.
  case switchScope
  /// Hides ranks and columns, or shows them.
  case toggleBlind
  /// Takes fewer or more items of each column.
  case shallower, deeper
}
