internal import CKernels

extension PostingLists {
  /// Calls `body` with some of a list's postings as the kernels read them, with the factors of their groups.
  /// - Precondition: the range is a part of the list's.
  func withKernelPostings<Result>(
    _ range: Range<Int>, of list: PostingList, factors: [SharedArray<Float>],
    _ body: (assay_postings) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UnsafePointer<Float>?.self, capacity: list.groups.count) { rows in
      for (index, group) in list.groups.enumerated() {
        let number = min(groupNumber(group), factors.count - 1)
        rows.initializeElement(
          at: index, to: factors[number].withUnsafeBufferPointer { $0.baseAddress })
      }
      return items.withUnsafeBufferPointer { items in
        counts.withUnsafeBufferPointer { counts in
          body(
            assay_postings(
              items: items.baseAddress.map { $0 + range.lowerBound },
              counts: counts.baseAddress.map {
                $0 + list.firstCount + (range.lowerBound - list.range.lowerBound)
              },
              count: range.count, stride: list.count, factors: rows.baseAddress, groups: list.groups.count))
        }
      }
    }
  }
}
