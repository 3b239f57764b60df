extension DenseIndex {
  /// Enters what the system holds of mapped vectors into the page table: first what every search scans, then the rows that
  /// are rescored.
  ///
  /// - Parameter shouldStop: Asked every few megabytes.
  /// - Complexity: O(pages).
  package func enterResidentPages(shouldStop: () -> Bool) {
    for side in sides {
      side.codes.enterResidentPages(shouldStop: shouldStop)
      side.scales.enterResidentPages(shouldStop: shouldStop)
      side.squares.enterResidentPages(shouldStop: shouldStop)
    }
    crosses?.enterResidentPages(shouldStop: shouldStop)
    for side in sides { side.floats.enterResidentPages(shouldStop: shouldStop) }
  }
}
