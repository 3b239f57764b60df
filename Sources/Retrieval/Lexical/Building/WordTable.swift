import Foundation

/// Byte strings numbered in the order in which they are first seen.
///
/// An open-addressing hash table over one run of bytes, so that a million different words are a handful of
/// allocations.
struct WordTable: Sendable {
  /// All strings, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each string begins, and where the last one ends.
  private(set) var starts: [Int] = [0]

  private var hashes: [UInt64] = []
  /// Numbers plus 1, or 0 where a slot is free; as many as a power of two.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// How many different strings there are.
  var count: Int { hashes.count }

  /// The number of a string, which is `count` before the call if it is a new one.
  mutating func number(of string: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = Self.hash(string)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, equals(string, Int(number)) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(count + 1)
    bytes.append(contentsOf: string)
    starts.append(bytes.count)
    hashes.append(hash)
    if count * 2 > slots.count { grow() }
    return UInt32(count - 1)
  }

  /// Calls `body` with the bytes of a string.
  func withBytes<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[starts[number]..<starts[number + 1]]))
    }
  }

  private func equals(_ string: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    withBytes(number) { own in
      guard own.count == string.count else { return false }
      guard let left = own.baseAddress, let right = string.baseAddress else { return true }
      return memcmp(left, right, own.count) == 0
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// Multiplies and folds eight bytes at a time.
  private static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(string)
    var hash = UInt64(string.count) &* 0x9e37_79b9_7f4a_7c15
    var offset = 0
    while offset < raw.count {
      var block: UInt64 = 0
      withUnsafeMutableBytes(of: &block) { block in
        block.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[offset..<min(offset + 8, raw.count)]))
      }
      let product = (hash ^ block).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
      hash = product.high ^ product.low &+ 0xe703_7ed1_a0b4_28db
      offset += 8
    }
    return hash ^ hash >> 29
  }
}
