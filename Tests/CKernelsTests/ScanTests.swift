import CKernels
import TestSupport
import Testing

@Suite("Byte scans")
struct ScanTests {
  /// Random codes of a side and of a query, in block order.
  struct Case {
    let tiles: Int
    let widths: [UInt32]
    let codes: [UInt8]
    let query: [Int8]

    init(tiles: Int, widths: [UInt32], extreme: Bool, seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      self.tiles = tiles
      self.widths = widths
      let width = Int(widths.reduce(0, +))
      codes = (0..<tiles * 16 * width).map { index in
        // Codes are −127…127; rows 5, 21, 37… are all zeros.
        if extreme { return Bool.random(using: &generator) ? 1 : 255 }
        return index / 4 % 16 == 5 ? 0x80 : UInt8.random(in: 1...255, using: &generator)
      }
      query = (0..<width).map { _ in
        extreme
          ? (Bool.random(using: &generator) ? 127 : -127) : Int8.random(in: -127...127, using: &generator)
      }
    }

    private init(tiles: Int, widths: [UInt32], codes: [UInt8], query: [Int8]) {
      self.tiles = tiles
      self.widths = widths
      self.codes = codes
      self.query = query
    }

    /// The same codes compared with another query.
    func comparing(_ query: [Int8]) -> Case {
      Case(tiles: tiles, widths: widths, codes: codes, query: query)
    }

    /// The sum of one row over a run of blocks, by the layout's definition.
    func sum(row: Int, blocks: Range<Int>) -> Int32 {
      var start = 0
      var component = 0
      var sum = 0
      for (block, width) in widths.map(Int.init).enumerated() {
        for inner in 0..<width where blocks.contains(block) {
          let tile = start + row / 16 * 16 * width
          let code = codes[tile + inner / 4 * 64 + row % 16 * 4 + inner % 4]
          sum += (Int(code) - 128) * Int(query[component + inner])
        }
        start += tiles * 16 * width
        component += width
      }
      return Int32(sum)
    }

    /// Runs a path over tiles and blocks, continuing `sums`.
    func scan(
      with path: KernelPath, tiles range: Range<Int>, blocks: Range<Int>, sums: inout [Int32],
      kept: UnsafeMutablePointer<Int32>?
    ) {
      codes.withUnsafeBufferPointer { codes in
        widths.withUnsafeBufferPointer { widths in
          path.bodies.scan(
            assay_blocks(
              codes: codes.baseAddress, tiles: tiles, widths: widths.baseAddress, first: blocks.lowerBound,
              last: blocks.upperBound),
            query, range.lowerBound, range.upperBound, &sums, kept)
        }
      }
    }
  }

  @Test(
    "Every path gives the sums of the definition", arguments: KernelPath.all,
    [(1, [4]), (2, [64]), (7, [16, 16, 32, 64]), (9, [4, 12, 8, 100])] as [(Int, [UInt32])])
  func definition(path: KernelPath, shape: (tiles: Int, widths: [UInt32])) {
    for extreme in [false, true] {
      let scan = Case(tiles: shape.tiles, widths: shape.widths, extreme: extreme, seed: 127)
      let blocks = 0..<shape.widths.count
      var sums = [Int32](repeating: 0, count: shape.tiles * 16)
      scan.scan(with: path, tiles: 0..<shape.tiles, blocks: blocks, sums: &sums, kept: nil)
      #expect(sums == (0..<shape.tiles * 16).map { scan.sum(row: $0, blocks: blocks) })
    }
  }

  @Test("Part of the tiles, prefixes kept and a shorter prefix continued", arguments: KernelPath.all)
  func parts(path: KernelPath) {
    let scan = Case(tiles: 11, widths: [4, 12, 8, 100], extreme: false, seed: 3)
    let tiles = 3..<10
    let rows = tiles.lowerBound * 16..<tiles.upperBound * 16
    var sums = [Int32](repeating: 0, count: rows.count)
    var kept = [Int32](repeating: -1, count: 2 * 11 * 16)
    scan.scan(with: path, tiles: tiles, blocks: 0..<2, sums: &sums, kept: &kept)
    #expect(sums == rows.map { scan.sum(row: $0, blocks: 0..<2) })
    for row in 0..<11 * 16 {
      let isScanned = rows.contains(row)
      #expect(kept[row] == (isScanned ? scan.sum(row: row, blocks: 0..<1) : -1))
      #expect(kept[11 * 16 + row] == (isScanned ? scan.sum(row: row, blocks: 0..<2) : -1))
    }
    scan.scan(with: path, tiles: tiles, blocks: 2..<4, sums: &sums, kept: &kept)
    #expect(sums == rows.map { scan.sum(row: $0, blocks: 0..<4) })
    #expect(rows.allSatisfy { kept[$0] == scan.sum(row: $0, blocks: 0..<3) })
    #expect(rows.map { kept[11 * 16 + $0] } == sums)
  }

  @Test("Listed tiles get the same sums, in the order of the list", arguments: KernelPath.all)
  func listed(path: KernelPath) {
    let scan = Case(tiles: 11, widths: [4, 12, 8, 100], extreme: false, seed: 4)
    for tiles in [[], [10], [0, 2, 3, 7, 8, 10], [9, 1, 4]] as [[UInt32]] {
      var sums = [Int32](repeating: 5, count: tiles.count * 16)
      scan.codes.withUnsafeBufferPointer { codes in
        scan.widths.withUnsafeBufferPointer { widths in
          path.bodies.scan_listed(
            assay_blocks(
              codes: codes.baseAddress, tiles: scan.tiles, widths: widths.baseAddress, first: 1, last: 4),
            scan.query, tiles, tiles.count, &sums)
        }
      }
      let expected = tiles.flatMap { tile in
        (0..<16).map { 5 + scan.sum(row: Int(tile) * 16 + $0, blocks: 1..<4) }
      }
      #expect(sums == expected)
    }
  }
}
