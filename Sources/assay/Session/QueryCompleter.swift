internal import Explorer
internal import Relevance
internal import Retrieval
internal import Storage
internal import TerminalUI

/// Finds out how a query that is being typed may go on: names of fields, their values, ids of items, paths of pictures.
struct QueryCompleter: Sendable {
  let store: ItemStore
  let fields: FilterFields
  /// Where pictures are looked for that are not in the working directory.
  let pictureFolders: [String]

  /// Answers a request.
  /// - Throws: `StorageError` when the index can't be read.
  func complete(_ request: CompletionRequest) throws(StorageError) -> CompletionReply {
    let parser = QueryParser(fields: fields)
    guard let place = parser.completionPlace(atEndOf: request.text) else {
      let end = request.text.unicodeScalars.count
      return CompletionReply(
        generation: request.generation, subject: "phrase", range: end..<end, candidates: [],
        remark: "words in quotes stand for themselves")
    }
    switch place.kind {
    case .name: return reply(request, place, "name", names(from: place.typed, isFilter: request.isFilter))
    case .value(let field): return try values(of: field, request, place)
    case .item: return reply(request, place, "id", try items(request, from: place.typed))
    case .picture:
      let found = PicturePaths(folders: pictureFolders).paths(
        from: place.typed, limit: CompletionRequest.limit)
      return reply(request, place, "picture", found)
    }
  }

  private func reply(
    _ request: CompletionRequest, _ place: CompletionPlace, _ subject: String, _ found: [CompletionCandidate]
  ) -> CompletionReply {
    CompletionReply(generation: request.generation, subject: subject, range: place.range, candidates: found)
  }

  /// Fields and, outside of filters, what else begins with a name.
  private func names(from start: String, isFilter: Bool) -> [CompletionCandidate] {
    let sources =
      isFilter
      ? [] : [("image", "like a picture file"), ("like", "like an item"), ("id", "an item by its id")]
    let named = fields.fields(from: start).map { name, field in
      let kind =
        switch field.kind {
        case .text: "texts"
        case .number: "numbers"
        case .flag: "true or false"
        }
      return CompletionCandidate(name + ":", detail: kind, goesOn: true)
    }
    return named
      + sources.filter { $0.0.hasPrefix(start.lowercased()) }
      .map { CompletionCandidate($0.0 + ":", detail: $0.1, goesOn: true) }
  }

  private func values(
    of field: FilterField, _ request: CompletionRequest, _ place: CompletionPlace
  ) throws(StorageError) -> CompletionReply {
    guard field.kind != .number else {
      let remark = try store.numberRange(of: field).map { range in
        let bounds = [range.lowerBound, range.upperBound].map { FilterCondition.number($0).description }
        return "numbers from \(bounds[0]) to \(bounds[1]): <50  >=10  10..20"
      }
      return CompletionReply(
        generation: request.generation, subject: field.name, range: place.range, candidates: [],
        remark: remark ?? "numbers: <50  >=10  10..20")
    }
    let (values, total) = try store.values(of: field, from: place.typed, limit: CompletionRequest.limit)
    let candidates = values.map { value in
      CompletionCandidate(
        FilterCondition.text(value.text).description, label: value.text,
        detail: Numerals.counted(value.count, "item"))
    }
    return CompletionReply(
      generation: request.generation, subject: field.name, range: place.range, candidates: candidates,
      total: total)
  }

  /// Items that are on the glass first, then any others.
  private func items(
    _ request: CompletionRequest, from start: String
  ) throws(StorageError) -> [CompletionCandidate] {
    var found: [(id: DocumentID, title: String)] = []
    for id in request.shown where id.text.utf8.starts(with: start.utf8) {
      guard let ordinal = try store.ordinal(of: id), let item = try store.items([ordinal]).first else {
        continue
      }
      found.append((id, item.title))
    }
    let known = Set(found.map(\.id))
    found += try store.items(withIDsFrom: start, limit: CompletionRequest.limit).filter {
      !known.contains($0.id)
    }
    return found.prefix(CompletionRequest.limit).map { item in
      CompletionCandidate(
        FilterCondition.text(item.id.text).description, label: item.id.text, detail: item.title)
    }
  }
}
