/// The columns at one time: how each ranks, and which has the focus.
package struct ColumnArrangement: Hashable, Sendable {
  /// The most columns that there can be.
  package static let most = 4

  /// How each column ranks, left to right; 1 to `most`.
  package let settings: [RankingSettings]
  /// The column that commands go to.
  package let focus: Int

  /// Makes an arrangement.
  /// - Precondition: there are 1 to `most` columns, and the focus is one of them.
  package init(settings: [RankingSettings], focus: Int = 0) {
    precondition((1...Self.most).contains(settings.count), "\(settings.count) columns")
    precondition(settings.indices.contains(focus), "the focus is on no column")
    self.settings = settings
    self.focus = focus
  }
}
