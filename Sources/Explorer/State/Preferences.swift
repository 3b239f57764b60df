/// How the user wants the explorer to look, whatever it is opened on.
package struct Preferences: Hashable, Sendable {
  /// Whether a shape stands beside each grade, for eyes that don't tell the colours apart.
  package var hasGradeShapes: Bool

  /// Makes preferences; the usual ones by default.
  package init(hasGradeShapes: Bool = false) {
    self.hasGradeShapes = hasGradeShapes
  }
}
