import CKernels
import TestSupport
import Testing

@Suite("Marking items and scoring those that are listed")
struct MarkTests {
  /// Ascending items of a catalogue of `universe`, each in the list with a probability.
  private static func items(_ universe: UInt32, share: Double, seed: UInt64) -> [UInt32] {
    var generator = SeededGenerator(seed: seed)
    return (0..<universe).filter { _ in Double.random(in: 0..<1, using: &generator) < share }
  }

  /// A list with occurrences in two groups of fields, and its marks by the definition.
  private struct List {
    let items: [UInt32]
    let counts: [UInt32]
    let most: [Float] = [3, 0.5, 0, 1.25]
    let ceiling = assay_ceiling(k1: 1.5, scale: 120)

    init(_ items: [UInt32], seed: UInt64) {
      self.items = items
      var generator = SeededGenerator(seed: seed)
      counts = (0..<2 * items.count).map { _ in
        UInt32(truncatingIfNeeded: generator.next() & generator.next()) & 0x0703_0f03
      }
    }

    func mark(_ posting: Int) -> Int {
      let tf = [posting, posting + items.count].reduce(Float(0)) { tf, index in
        let parts = (0..<4).map { Float(counts[index] >> UInt32(8 * $0) & 0xff) * most[$0] }
        return tf + ((parts[0] + parts[1]) + (parts[2] + parts[3]))
      }
      return Int((ceiling.scale * (tf / (tf + ceiling.k1))).rounded(.up))
    }

    func mark(from start: Int, _ window: assay_window, _ marks: inout [UInt8]) -> Int {
      items.withUnsafeBufferPointer { items in
        counts.withUnsafeBufferPointer { counts in
          most.withUnsafeBufferPointer { most in
            [most.baseAddress, most.baseAddress].withUnsafeBufferPointer { groups in
              let postings = assay_postings(
                items: items.baseAddress.map { $0 + start }, counts: counts.baseAddress.map { $0 + start },
                count: items.count - start, stride: items.count, factors: groups.baseAddress, groups: 2)
              return assay_bm25_mark(postings, window, ceiling, &marks)
            }
          }
        }
      }
    }
  }

  @Test(arguments: [0.0, 0.002, 0.1, 0.7, 1], [UInt32(1), 64, 320, 4096])
  func marksAddUpAndAreFound(share: Double, span: UInt32) {
    let universe: UInt32 = 5000
    let lists = [
      List(Self.items(universe, share: share, seed: 1), seed: 7),
      List(Self.items(universe, share: 0.05, seed: 2), seed: 8),
    ]
    let eligible = SelectTests.set(Int(universe), seed: 3)
    var marks = [UInt8](repeating: 0, count: (Int(span) + 63) / 64 * 64)
    for first in stride(from: UInt32(0), to: universe, by: Int(span)) where first % 64 == 0 {
      let window = assay_window(first: first, span: min(span, universe - first))
      let range = window.first..<window.first + window.span
      var sums: [UInt32: Int] = [:]
      for list in lists {
        let start = list.items.firstIndex { $0 >= first } ?? list.items.count
        let count = list.items[start...].prefix { range.contains($0) }.count
        #expect(list.mark(from: start, window, &marks) == count)
        for posting in start..<start + count { sums[list.items[posting], default: 0] += list.mark(posting) }
      }
      #expect(sums.allSatisfy { Int(marks[Int($0.key - first)]) == $0.value })
      #expect(marks.reduce(0) { $0 + Int($1) } == sums.values.reduce(0, +))
      for set in [nil, eligible] {
        for least: UInt8 in [1, 60, 90, 110, 160, 255] {
          var copy = marks
          var found = [UInt32](repeating: 0, count: copy.count)
          var matched = 10
          let count = assay_bm25_marked(&copy, window, set, least, &found, &matched)
          let counted = sums.filter { $0.value > 0 && SelectTests.isEligible(Int($0.key), set) }
          #expect(matched == 10 + counted.count)
          #expect(
            found.prefix(count).map { $0 + first }
              == counted.filter { $0.value >= least }.map(\.key).sorted())
          #expect(copy.allSatisfy { $0 == 0 })
        }
      }
      for index in marks.indices { marks[index] = 0 }
    }
  }

  @Test func aListThatIsNotInOrderEndsWhereItIsNot() {
    let window = assay_window(first: 64, span: 64)
    for damaged: UInt32 in [0, 63, 128, .max] {
      for place in [0, 5, 15, 16, 20] {
        var marks = [UInt8](repeating: 0, count: 64)
        var items = (UInt32(64)..<96).map(\.self)
        items[place] = damaged
        let list = List(items, seed: 9)
        #expect(list.mark(from: 0, window, &marks) == place)
        #expect(marks.prefix(place).enumerated().allSatisfy { Int($1) == list.mark($0) })
        #expect(marks.dropFirst(place).allSatisfy { $0 == 0 })
      }
    }
  }

  /// Whatever the gaps between the listed items, they score what a pass over all postings gives them.
  @Test(arguments: [0.001, 0.02, 0.5, 1], [1, 2])
  func listedItemsScoreAsAllDo(share: Double, groups: Int) {
    for listedShare in [0, 0.003, 0.2, 1] { expectTheSame(share, groups, listedShare: listedShare) }
  }

  private func expectTheSame(_ share: Double, _ groups: Int, listedShare: Double) {
    let universe: UInt32 = 4000
    let items = Self.items(universe, share: share, seed: 4)
    var generator = SeededGenerator(seed: 5)
    let counts = (0..<items.count * groups).map { _ in
      UInt32(truncatingIfNeeded: generator.next()) & 0x0302_0103
    }
    let factors = HeldArray(
      (0..<4 * (Int(universe) + 1)).map { _ in Float.random(in: 0.1...9, using: &generator) })
    let rows = [UnsafePointer<Float>?](repeating: factors.pointer, count: groups)
    let window = assay_window(first: 64, span: universe - 64)
    let positions = Self.items(window.span, share: listedShare, seed: 6)
    items.withUnsafeBufferPointer { items in
      counts.withUnsafeBufferPointer { counts in
        rows.withUnsafeBufferPointer { rows in
          let postings = assay_postings(
            items: items.baseAddress, counts: counts.baseAddress, count: items.count, stride: items.count,
            factors: rows.baseAddress, groups: groups)
          var all = [Float](repeating: 0, count: Int(window.span) + 1)
          assay_bm25_add(postings, window, 1.2, 3.5, &all)
          var listed = [Float](repeating: 0.25, count: positions.count)
          assay_bm25_add_listed(postings, window, positions, positions.count, 1.2, 3.5, &listed)
          #expect(listed == positions.map { 0.25 + all[Int($0)] })
        }
      }
    }
  }
}
