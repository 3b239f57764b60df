import Glibc

extension SharedArray {
  /// Enters what the system holds of a mapped file into the page table, so that whoever touches it first need not wait.
  ///
  /// The first touch of a mapped page takes a microsecond or more even where the file is in memory, and a query's best are
  /// rescored from thousands of pages. Nothing is read from the disk; nothing happens where the system cannot do it (Linux
  /// before 5.14), nor in memory that is no file's.
  ///
  /// - Precondition: the file is the user's own, or may be written: of others the system says that all is in memory, and
  ///   would read it.
  /// - Parameter shouldStop: Asked between pieces of 4 MiB.
  /// - Complexity: O(pages).
  package func enterResidentPages(shouldStop: () -> Bool) {
    withUnsafeBufferPointer { elements in
      let memory = UnsafeRawBufferPointer(elements)
      guard let start = memory.baseAddress else { return }
      let page = sysconf(Int32(_SC_PAGESIZE))
      let first = (Int(bitPattern: start) + page - 1) / page * page - Int(bitPattern: start)
      var isResident = [UInt8](repeating: 0, count: PagePiece.bytes / page)
      for offset in stride(from: first, to: memory.count, by: PagePiece.bytes) {
        if shouldStop() { return }
        let bytes = Swift.min(PagePiece.bytes, memory.count - offset)
        PagePiece(start: UnsafeMutableRawPointer(mutating: start + offset), bytes: bytes, page: page)
          .enter(&isResident)
      }
    }
  }
}

/// Some neighbouring pages.
private struct PagePiece {
  /// Entered within a fraction of a millisecond, during which no memory can be mapped.
  static let bytes = 4 << 20

  let start: UnsafeMutableRawPointer
  let bytes: Int
  let page: Int

  /// Enters the pages if all of them are in memory; `isResident` has room for an answer about each.
  func enter(_ isResident: inout [UInt8]) {
    let pages = (bytes + page - 1) / page
    guard mincore(start, bytes, &isResident) == 0,
      isResident.prefix(pages).allSatisfy({ $0 & 1 == 1 })
    else { return }
    madvise(start, bytes, MADV_POPULATE_READ)
  }
}
