internal import Embeddings
internal import Relevance
internal import Retrieval
internal import Storage

/// Turns a query as typed into what the engine searches for: words, one vector, named items, eligible items.
///
/// May be used from several threads at once.
struct QueryResolver: Sendable {
  /// The fields that queries may filter by.
  let fields: FilterFields

  private let store: ItemStore
  private let dense: DenseIndex?
  private let lexical: LexicalIndex?
  private let pictureFolders: [String]
  /// The vectors of what queries say.
  let vectors: QueryVectors
  let filters: FilterSets

  /// Makes a resolver for one catalogue.
  ///
  /// `pictureFolders` are where pictures are looked for that are not in the working directory.
  init(
    store: ItemStore, encoder: any Encoder, dense: DenseIndex?, lexical: LexicalIndex?,
    pictureFolders: [String], waits: Bool = true
  ) throws(StorageError) {
    fields = try store.filterFields()
    self.store = store
    self.dense = dense
    self.lexical = lexical
    self.pictureFolders = pictureFolders
    vectors = QueryVectors(encoder: encoder, waits: waits)
    filters = FilterSets(store: store)
  }

  /// Reads a query in the language that `QueryTree` describes.
  func parse(_ text: String, isTyping: Bool = false) throws(QueryError) -> ParsedQuery {
    try QueryParser(fields: fields).parse(text, isTyping: isTyping)
  }

  /// Resolves a query for a plan; vectors are made only when the plan has a dense lane.
  ///
  /// While the query is typed, an id or a path at its end that names nothing is passed over. Throws `QueryError` for
  /// what can't be read, found or decoded, at its place in the text, `ColumnFilterError` for the plan's filters;
  /// `EncoderError` and `StorageError` when the index or
  /// the encoder is at fault; without `waits`, `AwaitedVector` while a server is asked.
  func resolve(
    _ query: Query, plan: SearchPlan, isTyping: Bool = false, waits: Bool = true
  ) throws -> SearchQuery {
    // Before anything that takes long: whoever writes a column's filter waits to hear what is wrong with it.
    let narrowing = plan.filter.isEmpty ? nil : try read(filter: plan.filter)
    let parsed = try parse(query.text, isTyping: isTyping)
    let tree = parsed.tree
    var terms: [(factor: Double, vector: [Float])] = []
    var named: [UInt32] = []
    var left: [UInt32] = []
    var hasExamples = query.image != nil
    for (index, part) in tree.parts.enumerated() {
      do throws(PartProblem) {
        if case .item(let identifier) = part.content {
          let items = try ordinals(of: identifier)
          if part.isNegative { left += items } else { named += items }
        } else {
          let vector = try vector(of: part.content, lane: plan.dense, waits: waits)
          if let vector { terms.append((part.factor, vector)) }
          if part.content.isExample { hasExamples = true }
        }
      } catch {
        // An id or a path that is still being typed names nothing yet.
        if isTyping, case .query = error, parsed.reachesEnd(part: index) { continue }
        throw error.located(at: parsed.range(ofPart: index))
      }
    }
    if let term = try imageTerm(of: query, lane: plan.dense, waits: waits) { terms.append(term) }
    return SearchQuery(
      text: tree.lexicalText, vector: QueryVectors.sum(terms), isTyping: isTyping && parsed.endsInWord,
      named: named + (try namedByText(tree)),
      eligible: try narrowed(try eligible(tree, without: left), to: narrowing),
      hasExamples: hasExamples)
  }

  /// What of a query can't be read, or names no item; `nil` when nothing is wrong with it.
  ///
  /// Pictures are not looked for.
  func fault(in text: String) -> QueryError? {
    let parsed: ParsedQuery
    do { parsed = try parse(text) } catch { return error }
    for (index, part) in parsed.tree.parts.enumerated() {
      guard case .query(let message)? = problem(of: part.content) else { continue }
      return QueryError(range: parsed.range(ofPart: index), message: message)
    }
    return nil
  }

  /// Why an item that is named is not found.
  private func problem(of content: QueryPart.Content) -> PartProblem? {
    do throws(PartProblem) {
      switch content {
      case .item(let identifier): _ = try ordinals(of: identifier)
      case .like(let identifier): _ = try example(identifier)
      case .text, .picture: break
      }
      return nil
    } catch {
      return error
    }
  }

  /// Takes a query as words without any syntax.
  ///
  /// Throws as `resolve` does, for the query's picture.
  func plain(_ query: Query, plan: SearchPlan) throws -> SearchQuery {
    var terms: [(factor: Double, vector: [Float])] = []
    if plan.dense != nil, !query.text.isEmpty { terms.append((1, try vectors.vector(of: query.text))) }
    if let term = try imageTerm(of: query, lane: plan.dense, waits: true) { terms.append(term) }
    // A quote would begin a phrase; elsewhere lexical search takes it for a blank.
    return SearchQuery(
      text: query.text.replacing("\"", with: " "), vector: QueryVectors.sum(terms),
      named: try store.ordinals(named: query.text),
      eligible: try narrowed(nil, to: plan.filter.isEmpty ? nil : read(filter: plan.filter)),
      hasExamples: query.image != nil)
  }

  private func narrowed(_ eligible: ItemSet?, to filter: QueryTree?) throws(StorageError) -> ItemSet? {
    guard let filter, let own = try self.eligible(filter, without: []) else { return eligible }
    return eligible?.intersection(own) ?? own
  }

  /// The picture that a query set gives a query beside its text.
  private func imageTerm(
    of query: Query, lane: DenseLane?, waits: Bool
  ) throws -> (factor: Double, vector: [Float])? {
    guard let image = query.image else { return nil }
    do throws(PartProblem) {
      return try vector(of: .picture(path: image), lane: lane, waits: waits).map { (1, $0) }
    } catch {
      throw error.located(at: 0..<0)
    }
  }

  // MARK: Parts

  private func vector(
    of content: QueryPart.Content, lane: DenseLane?, waits: Bool
  ) throws(PartProblem) -> [Float]? {
    switch content {
    case .text(let units):
      guard lane != nil else { return nil }
      let text = units.map(\.text).joined(separator: " ")
      do { return try vectors.vector(of: text, waits: waits) } catch { throw .other(error) }
    case .picture(let path):
      do {
        let picture = try ExamplePicture(path, folders: pictureFolders)
        return lane == nil ? nil : try vectors.vector(of: picture, waits: waits)
      } catch let error as ExamplePictureError {
        throw .query(error.reason)
      } catch {
        throw .other(error)
      }
    case .like(let identifier):
      let ordinal = try example(identifier)
      guard let lane, let dense else { return nil }
      guard let vector = dense.vector(of: ordinal, textShare: lane.textShare) else {
        throw .query("the item '\(identifier)' has no vector that others could be like")
      }
      return vector
    case .item: return nil
    }
  }

  /// The items called `identifier`: by id, or else by any other identifier.
  private func ordinals(of identifier: String) throws(PartProblem) -> [UInt32] {
    let found: [UInt32]
    do throws(StorageError) {
      if let ordinal = try store.ordinal(of: DocumentID(identifier)) { return [ordinal] }
      found = try store.ordinals(named: identifier)
    } catch {
      throw .other(error)
    }
    guard !found.isEmpty else {
      throw .query("no item is called '\(identifier)': write an id or stock number of this catalogue")
    }
    return found
  }

  private func example(_ identifier: String) throws(PartProblem) -> UInt32 {
    let found = try ordinals(of: identifier)
    guard found.count == 1 else {
      throw .query("'\(identifier)' names \(found.count) items: write the id of one of them")
    }
    return found[0]
  }

  /// What of a query leaves an item out, as the query writes it, each with what the item has instead; empty when
  /// nothing does.
  func exclusions(of ordinal: UInt32, from query: Query) throws -> [String] {
    let tree = try parse(query.text).tree
    let values = try store.fields(of: ordinal)
    var reasons: [String] = []
    for filter in tree.filters where try !filters.items(passing: filter.expression).contains(ordinal) {
      let own = values.filter { $0.name == filter.field.name }.map(\.value).joined(separator: ", ")
      reasons.append("\(filter) (the item has \(own.isEmpty ? "no \(filter.field.name)" : own))")
    }
    for phrase in tree.excludedPhrases
    where lexical?.items(containing: phrase).contains(ordinal) == true {
      reasons.append("- \"\(phrase)\" (the item has the phrase)")
    }
    for case .item(let identifier) in tree.parts.filter(\.isNegative).map(\.content)
    where (try? ordinals(of: identifier))?.contains(ordinal) == true {
      reasons.append("- id:\(identifier)")
    }
    return reasons
  }

  // MARK: Items

  /// The items whose identifier is the whole text that is added.
  private func namedByText(_ tree: QueryTree) throws(StorageError) -> [UInt32] {
    let texts = tree.parts.filter { !$0.isNegative }.compactMap { part -> String? in
      guard case .text(let units) = part.content else { return nil }
      return units.map(\.text).joined(separator: " ")
    }
    return texts.count == 1 ? try store.ordinals(named: texts[0]) : []
  }

  private func eligible(_ tree: QueryTree, without left: [UInt32]) throws(StorageError) -> ItemSet? {
    var eligible = try tree.filter.map { expression throws(StorageError) in
      try filters.items(passing: expression)
    }
    var excluded = left.isEmpty ? nil : ItemSet(left, universe: store.count)
    for phrase in tree.excludedPhrases {
      guard let items = lexical?.items(containing: phrase) else { continue }
      excluded = excluded?.union(items) ?? items
    }
    if let excluded { eligible = eligible?.intersection(excluded.complement) ?? excluded.complement }
    return eligible
  }
}

extension QueryPart.Content {
  /// Whether it is a picture or an item that others are to be like.
  fileprivate var isExample: Bool {
    switch self {
    case .picture, .like: true
    case .text, .item: false
    }
  }
}

/// What stands in the way of one part of a query.
private enum PartProblem: Error {
  /// The query asks for something that is not there; says what to write instead.
  case query(String)
  /// The index or the encoder is at fault.
  case other(any Error)

  func located(at range: Range<Int>) -> any Error {
    switch self {
    case .query(let message): QueryError(range: range, message: message)
    case .other(let error): error
    }
  }
}
