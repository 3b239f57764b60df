import Embeddings
import Foundation
import Relevance
import Retrieval
import TestSupport
import Testing

@testable import Storage

/// Whatever the files of an index hold, it is refused with a message that names a file and a remedy, or it answers.
@Suite("Any bytes as an index")
struct IndexFuzzTests {
  private static let dimensions = [8, 32]
  private static let count = 50

  private struct Disagreement: Error {
    let what: String
  }

  /// A small index with two sides, text and filters, and the bytes of its files.
  private struct Subject {
    let sample: SampleIndex
    let files: [String: Data]
    let names: [String]

    init() throws {
      sample = try SampleIndex(
        lines: (0..<IndexFuzzTests.count).map {
          #"{"id": "p\#($0)", "sku": "S-\#($0)", "title": "Red mug \#($0)", "brand": "Brand \#($0 % 3)", "price": \#($0).5, "in_stock": \#($0 % 2 == 0), "category": "Home > Mugs", "image": "\#($0).jpg"}"#
        })
      let card = EncoderCard(id: "test-1", fingerprint: "f00d", dimensions: IndexFuzzTests.dimensions)
      let roles = try sample.roles()
      let writer = try IndexWriter(sample.path, encoder: card, roles: roles)
      var lexical = LexicalIndexBuilder(analyzer: Analyzer(), fields: roles.text, threads: 1)
      var reader = try CatalogueReader(sample.location, roles: roles)
      var generator = SeededGenerator(seed: 1)
      while let record = try reader.next() {
        let picture = writer.count % 4 == 0 ? nil : record.image
        try writer.append(
          record, picture: picture,
          vectors: (
            text: IndexFuzzTests.vector(using: &generator),
            picture: picture == nil
              ? [Float](repeating: 0, count: 32) : IndexFuzzTests.vector(using: &generator)
          ), inputs: ItemInputs(text: InputDigest(record.text), picture: .none))
        lexical.append(roles.text.map { name in record.fields.first { $0.name == name }?.value ?? "" })
      }
      try writer.addLexicalIndex(SharedArray(lexical.build().serialized()))
      try writer.commit(
        IndexSource(
          encoder: card, location: sample.location, itemsFile: ItemsFile(sample.location.itemsPath),
          index: sample.path, roles: roles, language: "english"))
      files = try sample.files()
      names = files.keys.sorted()
    }

    /// Puts a file of its own in the place of one of the index; mapped ones stay as they are.
    func replace(_ name: String, with bytes: Data) throws {
      let path = sample.path + "/" + name
      try FileManager.default.removeItem(atPath: path)
      try bytes.write(to: URL(fileURLWithPath: path))
    }
  }

  private static func vector(using generator: inout SeededGenerator) -> [Float] {
    let values = (0..<32).map { _ in Float.random(in: -1...1, using: &generator) }
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return values.map { $0 / length }
  }

  /// Files keep their lengths, so that the damage is not refused at once.
  @Test func sections() throws {
    let subject = try Subject()
    let names = subject.names.filter { $0 != IndexManifest.fileName && $0 != IndexArchive.checksumsName }
    Fuzz.run("index-sections", cases: 60) { generator in
      let name = names.randomElement(using: &generator) ?? ""
      let bytes = Array(subject.files[name] ?? Data())
      let isNoise = Int.random(in: 0..<10, using: &generator) == 0
      let damaged =
        isNoise
        ? Damage.noise(bytes.count, using: &generator) : Damage().inPlace(bytes, most: 20, using: &generator)
      try withDamage([name: Data(damaged)], to: subject) { try use(subject.sample.path, using: &generator) }
    }
  }

  @Test func lengths() throws {
    let subject = try Subject()
    Fuzz.run("index-lengths", cases: 40) { generator in
      let name = subject.names.randomElement(using: &generator) ?? ""
      let other = subject.names.randomElement(using: &generator) ?? ""
      let bytes = Array(subject.files[name] ?? Data())
      // Cut, grown, or two files of each other's names.
      var swapped = [name: subject.files[other] ?? Data()]
      swapped[other] = subject.files[name] ?? Data()
      let changed =
        Bool.random(using: &generator)
        ? swapped : [name: Data(Damage().applied(to: bytes, using: &generator))]
      try withDamage(changed, to: subject) { try use(subject.sample.path, using: &generator) }
    }
  }

  /// A manifest that contradicts itself or its files under a checksum that is right.
  @Test func manifests() throws {
    let subject = try Subject()
    let manifest = String(decoding: subject.files[IndexManifest.fileName] ?? Data(), as: UTF8.self)
    Fuzz.run("index-manifests", cases: 60) { generator in
      var lines = manifest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let numbers = lines.indices.filter { lines[$0].last?.isNumber == true || lines[$0].hasSuffix(",") }
        guard let line = numbers.randomElement(using: &generator) else { continue }
        let hostile = [
          "0", "1", "-1", "2147483648", "4294967295", "9223372036854775807", "49", "64", "1048576",
        ]
        lines[line] = lines[line].replacing(/[0-9]+(?=,?$)/) { _ in
          hostile.randomElement(using: &generator) ?? ""
        }
      }
      let sealed = Data(sealed(lines.joined(separator: "\n")).utf8)
      try withDamage([IndexManifest.fileName: sealed], to: subject) {
        try use(subject.sample.path, using: &generator)
      }
    }
  }

  private func withDamage(_ files: [String: Data], to subject: Subject, _ body: () throws -> Void) throws {
    for (name, bytes) in files { try subject.replace(name, with: bytes) }
    let outcome = Result { try body() }
    for name in files.keys { try subject.replace(name, with: subject.files[name] ?? Data()) }
    try outcome.get()
  }

  /// The text with the checksum that a manifest of this content has.
  private func sealed(_ manifest: String) -> String {
    let blank = manifest.replacing(/"checksum" : "[0-9a-f]{8}",\n  "generation"/) { _ in
      #""checksum" : "00000000",\#n  "generation""#
    }
    let checksum = IndexSection.text(of: CRC32C.checksum(of: Array(blank.utf8)))
    return blank.replacing("00000000", with: checksum, maxReplacements: 1)
  }

  // MARK: - Using

  /// Opens an index and asks it everything; errors are those of storage, and say what to do.
  private func use(_ path: String, using generator: inout SeededGenerator) throws {
    do {
      let archive = try IndexArchive(path)
      _ = IndexCheck(archive).run().map { "\($0)" }
      let store = try archive.items()
      try attempt { try use(store, using: &generator) }
      let dense = DenseIndex(
        text: try archive.packedVectors(.text), picture: try archive.packedVectors(.picture),
        crosses: try archive.crosses(), dimensions: archive.manifest.source.dimensions,
        count: archive.manifest.itemCount)
      let lexical = try LexicalIndex(image: archive.lexicalIndex())
      let isWhole = lexical.count == archive.manifest.itemCount
      let searcher = Searcher(
        dense: dense, lexical: isWhole ? lexical : nil, count: archive.manifest.itemCount)
      try use(searcher, using: &generator)
      _ = try archive.vectors(.text)
      _ = try archive.inputs().count
      _ = archive.catalogueState()
    } catch let error as StorageError {
      try check(error)
    } catch let error as LexicalIndexError {
      _ = error.description
    }
  }

  private func attempt(_ body: () throws -> Void) throws {
    do { try body() } catch let error as StorageError { try check(error) }
  }

  private func check(_ error: StorageError) throws {
    let text = "\(error)"
    let tellsWhere = text.contains("/.assay/") || text.contains("assay-test-")
    guard tellsWhere, text.contains("index the catalogue again") || text.contains("can't be read") else {
      throw Disagreement(what: text)
    }
  }

  private func use(_ store: ItemStore, using generator: inout SeededGenerator) throws {
    let asked: [() throws -> Void] = [
      { _ = try store.ids() }, { _ = try store.contentHashes() }, { _ = try store.namedPictures() },
      { _ = try store.hasPictures() }, { _ = try store.identifiers() },
      { _ = try store.items([0, 7, 49, 50, .max]) }, { _ = try store.fields(of: 3) },
    ]
    for ask in asked { try attempt(ask) }
    for name in ["p0", "P7", "s-9", "p49", "nothing"] {
      try attempt {
        let ordinal = try store.ordinal(of: DocumentID(name))
        let named = try store.ordinals(named: name)
        guard (named + [ordinal].compactMap(\.self)).allSatisfy({ $0 < store.count }) else {
          throw Disagreement(what: "\(name) is no item")
        }
      }
    }
    try attempt {
      for field in try store.filterFields().fields.prefix(20) {
        let conditions: [FilterCondition] =
          switch field.kind {
          case .text: [.text("brand 1"), .prefix("b"), .text("mugs")]
          case .flag: [.flag(true), .flag(false)]
          case .number: [.number(7.5), .below(9), .atMost(9.5), .above(3), .atLeast(3), .between(3, 9)]
          }
        for condition in conditions {
          try attempt { _ = try store.items(matching: FilterComparison(field, condition)).count }
        }
      }
    }
  }

  private func use(_ searcher: Searcher, using generator: inout SeededGenerator) throws {
    let vector = Self.vector(using: &generator)
    let some = ItemSet((0..<UInt32(searcher.count)).lazy.filter { $0 % 2 == 0 }, universe: searcher.count)
    let length = searcher.dense?.dimensions.last ?? 0
    for _ in 0..<3 {
      let query = SearchQuery(
        text: ["red mug", "\"red mug\" brand", "re", "7"].randomElement(using: &generator) ?? "",
        vector: length == vector.count ? vector : nil, isTyping: Bool.random(using: &generator),
        named: Bool.random(using: &generator) && searcher.count > 0 ? [0] : [],
        eligible: Bool.random(using: &generator) ? some : nil)
      let plan = plan(dimensions: searcher.dense?.dimensions ?? [], using: &generator)
      let outcome = searcher.search(plan, query: query)
      guard outcome.items.allSatisfy({ $0.ordinal < searcher.count }) else {
        throw Disagreement(what: "items that are not there: \(outcome.items.map(\.ordinal))")
      }
      for item in outcome.items.prefix(3).map(\.ordinal) + (searcher.count > 0 ? [0] : []) {
        _ = label(searcher.explain(ordinal: item, plan: plan, query: query))
        _ = searcher.whyNot(ordinal: item, plan: plan, query: query)
        _ = searcher.dense?.vector(of: item, textShare: 0.5)
      }
      if let lane = plan.dense, let dense = searcher.dense, length == vector.count {
        _ = dense.findAll(atLeast: 0.1, query: vector, lane: lane, within: query.eligible)
        _ = dense.findAllQuickly(atLeast: 0.1, query: vector, lane: lane, within: query.eligible)
      }
    }
  }

  /// The text of an explanation and of everything below it.
  private func label(_ explanation: Explanation) -> String {
    explanation.label + explanation.details.map(label).joined() + explanation.background.map(label).joined()
  }

  private func plan(dimensions: [Int], using generator: inout SeededGenerator) -> SearchPlan {
    let normalisation = Normalisation.allCases.randomElement(using: &generator) ?? .minMax
    let fusion: Fusion =
      [
        .weighted(lexicalShare: 0.3, normalisation: normalisation), .reciprocalRank(k: 60),
        .combSUM(normalisation),
        .combMNZ(normalisation),
      ].randomElement(using: &generator) ?? .default
    var dense: DenseLane?
    if let length = dimensions.randomElement(using: &generator) {
      dense = DenseLane(
        dimensions: length, precision: VectorPrecision.allCases.randomElement(using: &generator) ?? .float32,
        textShare: [0, 0.3, 0.5, 1].randomElement(using: &generator) ?? 0,
        coarse: Int.random(in: 0..<4, using: &generator) == 0
          ? CoarseStage(dimensions: dimensions[0], precision: .int8, shortlist: 10) : nil)
      if Bool.random(using: &generator) { dense?.precision = .float32 }
    }
    return SearchPlan(
      dense: dense, lexical: dense == nil || Bool.random(using: &generator) ? LexicalLane() : nil,
      fusion: fusion,
      fusionDepth: .top(20), filtering: Bool.random(using: &generator) ? .during : .after(oversampling: 2),
      depth: Int.random(in: 1...60, using: &generator))
  }
}
