/// Which line of a batch a line is; with it, a batch that was cut off is recognised wherever its lines stand.
struct BatchPart: Hashable, Sendable {
  /// From 1 to `count`.
  let number: Int
  /// How many lines the batch has.
  let count: Int
}
