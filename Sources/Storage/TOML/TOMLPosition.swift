/// A place in a text as editors count: lines and columns from 1, a column for each Unicode scalar.
package struct TOMLPosition: Hashable, Sendable {
  /// The line, from 1.
  package var line = 1
  /// The column, from 1.
  package var column = 1
}
