/// What a key can do to the columns of the Explore view as a whole.
package enum ColumnCommand: Hashable, Sendable {
  case add, duplicate, remove, moveLeft, moveRight, takeBack
  case switchModel, filter
  case link, onlyDifferences, jumpToTwin
  case save, open, load, delete
  case accept
}
