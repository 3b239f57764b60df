package import Embeddings
import Relevance
import Synchronization

/// Vectors that encoders made before, kept on the disk by what they were made from, whatever catalogue and index it was
/// for.
///
/// Holds what was there when it was opened and takes what is made meanwhile, batch by batch, so that indexing which was
/// stopped, even killed, goes on where it was. Never fails: what can't be read or written is said once and costs only
/// that vectors are made again. Any number of processes may use a folder at once; a value may be used from any thread.
package final class VectorCache: Sendable {
  /// The most bytes that a folder holds unless it is told otherwise.
  package static let customaryCapacity = 2 << 30
  /// A file that has grown to this is left as it is: what is removed to make room is removed by files.
  private static let segmentSize = 64 << 20

  private let root: String
  private let folder: String
  private let encoder: EncoderCard
  private let capacity: Int
  private let segments: [VectorSegment]
  private let warn: @Sendable (String) -> Void
  private let state: Mutex<State>

  private struct State {
    /// The segments of which a vector was used, by their places in the list.
    var used: Set<Int> = []
    var writer: VectorSegmentWriter?
    /// Whether somebody was told that not all is well, and nothing more is written.
    var hasComplained = false
    var isReadOnly = false
    /// What was added since the cache was opened.
    var added: Set<VectorKey> = []
  }

  /// Opens what a folder has of an encoder's vectors.
  /// - Parameters:
  ///   - root: the folder of all encoders' vectors; made when something is added.
  ///   - encoder: whose vectors are wanted.
  ///   - capacity: the most bytes the folder holds; the files used longest ago go first.
  ///   - warn: told once what is damaged or can't be written.
  /// - Complexity: O(vectors of this encoder), of whose bytes only the names are read.
  package init(
    _ root: String, encoder: EncoderCard, capacity: Int = VectorCache.customaryCapacity,
    warn: @escaping @Sendable (String) -> Void
  ) {
    (self.root, self.encoder, self.capacity, self.warn) = (root, encoder, capacity, warn)
    let digest = SHA256.hexDigest(of: encoder.fingerprint.utf8).prefix(32)
    folder = Path.join(root, "\(digest)-\(encoder.fullLength)")
    segments = VectorCacheFolder.files(in: folder).compactMap { try? VectorSegment($0.path, of: encoder) }
    state = Mutex(State())
    if let damaged = segments.first(where: { $0.end == .damaged }) { complain(ofDamageIn: damaged.path) }
  }

  /// How many vectors were there when the cache was opened.
  package var count: Int { segments.reduce(0) { $0 + $1.places.count } }

  /// The vector that the encoder made of an input, or `nil` when it is not known.
  package func vector(_ side: VectorSide, of digest: InputDigest) -> [Float]? {
    let key = VectorKey(side: side, digest: digest)
    for (index, segment) in segments.enumerated() {
      guard let place = segment.places[key] else { continue }
      if let vector = segment.vector(at: place) {
        if state.withLock({ $0.used.insert(index).inserted }) { CachedFile.touch(segment.path) }
        return vector
      }
      complain(ofDamageIn: segment.path)
    }
    return nil
  }

  /// Keeps vectors that the encoder made, all of them or, when they can't be written, none.
  /// - Precondition: each has as many components as the encoder's vectors have.
  package func add(_ vectors: [(side: VectorSide, digest: InputDigest, vector: [Float])]) {
    for vector in vectors {
      precondition(vector.vector.count == encoder.fullLength, "a vector of another length")
    }
    state.withLock { state in
      guard !state.isReadOnly else { return }
      let new = vectors.map { (key: VectorKey(side: $0.side, digest: $0.digest), vector: $0.vector) }
        .filter { state.added.insert($0.key).inserted }
      guard !new.isEmpty else { return }
      do throws(StorageError) {
        try write(new, &state)
      } catch {
        state.isReadOnly = true
        warn("vectors are not kept for the next time: \(error)")
      }
    }
  }

  private func write(
    _ vectors: [(key: VectorKey, vector: [Float])], _ state: inout State
  ) throws(StorageError) {
    let limit = min(Self.segmentSize, capacity / 8)
    var writer: VectorSegmentWriter
    if let open = state.writer {
      writer = open
    } else {
      writer = try VectorSegmentWriter(in: folder, of: encoder, limit: limit)
      let growth = max(limit, VectorSegment.blockSize(of: vectors.count, dimensions: encoder.fullLength))
      VectorCacheFolder.makeRoom(in: root, capacity: capacity - growth, keeping: writer.path)
    }
    let size = try writer.append(vectors)
    state.writer = size < limit ? writer : nil
  }

  private func complain(ofDamageIn path: String) {
    let isFirst = state.withLock { state in
      defer { state.hasComplained = true }
      return !state.hasComplained
    }
    if isFirst { warn("\(path): damaged; the vectors it held are made again, and it may be removed") }
  }
}
