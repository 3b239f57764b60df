import Synchronization
import Testing

@testable import Retrieval

@Suite("Worker pool")
struct WorkerPoolTests {
  @Test("Every index is visited exactly once", arguments: [1, 2, 5], [0, 1, 99, 100, 101, 10_000])
  func coverage(threads: Int, count: Int) {
    let pool = WorkerPool(threads: threads)
    for grain in [1, 7, 100, 20_000] {
      let visits = Mutex([Int](repeating: 0, count: count))
      pool.concurrently(over: count, grain: grain) { range in
        let isPiece = range.count <= grain && !range.isEmpty
        visits.withLock { visits in
          for index in range { visits[index] += isPiece ? 1 : 1000 }
        }
      }
      #expect(visits.withLock { $0.allSatisfy { $0 == 1 } })
    }
  }

  @Test("Partial results add up, and are not more than there are threads")
  func partials() {
    let pool = WorkerPool(threads: 3)
    for _ in 0..<200 {
      let sums = pool.accumulate(over: 1000, grain: 10, into: 0) { sum, range in sum += range.reduce(0, +) }
      #expect(sums.reduce(0, +) == 499_500)
      #expect((1...3).contains(sums.count))
    }
    #expect(pool.accumulate(over: 0, grain: 1, into: 7) { _, _ in } == [7])
  }

  @Test("A piece waits for another, so that two threads must be at work")
  func concurrency() {
    let pool = WorkerPool(threads: 2)
    let arrived = Atomic(0)
    pool.concurrently(over: 2, grain: 1) { _ in
      arrived.add(1, ordering: .relaxed)
      while arrived.load(ordering: .relaxed) < 2 {}
    }
    #expect(arrived.load(ordering: .relaxed) == 2)
  }

  @Test("Loops within loops and loops from many threads all end")
  func nesting() async {
    let pool = WorkerPool(threads: 3)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let sums = pool.accumulate(over: 20, grain: 1, into: 0) { sum, outer in
            let inner = pool.accumulate(over: 50, grain: 3, into: 0) { $0 += $1.count }
            sum += inner.reduce(0, +) * outer.count
          }
          return sums.reduce(0, +)
        }
      }
      for await sum in group { #expect(sum == 1000) }
    }
  }
}
