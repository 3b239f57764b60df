import Testing

@testable import Retrieval

@Suite("Shared arrays")
struct SharedArrayTests {
  @Test("An array's elements come back, from memory aligned to a cache line")
  func copies() {
    let shared = SharedArray((0..<1000).map(Float.init))
    #expect(shared.count == 1000)
    #expect(Array(shared) == (0..<1000).map(Float.init))
    shared.withUnsafeBufferPointer { memory in
      #expect(memory.baseAddress.map { Int(bitPattern: $0) % 64 } == 0)
    }
    #expect(SharedArray<UInt8>([]).isEmpty)
  }

  @Test("The owner lives as long as the memory is shared")
  func owner() {
    final class Owner: Sendable {}
    weak var watched: Owner?
    var shared: SharedArray<UInt8>?
    do {
      let owner = Owner()
      watched = owner
      shared = SharedArray(UnsafeBufferPointer(start: nil, count: 0), owner: owner)
    }
    #expect(watched != nil)
    #expect(shared?.isEmpty == true)
    shared = nil
    #expect(watched == nil)
  }

  @Test func copiesAsAWhole() {
    let shared = SharedArray<Int32>(count: 1000) { memory in
      for index in memory.indices { memory.initializeElement(at: index, to: Int32(index)) }
    }
    #expect(shared.withContiguousStorageIfAvailable { Array($0) } == Array(0..<1000))
    #expect(Array(shared) == Array(0..<1000))
  }
}
