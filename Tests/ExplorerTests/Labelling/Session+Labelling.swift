import Explorer
import Relevance

/// A session in the Label view.
extension Session {
  /// The items of a query, one by one.
  static func labelling(_ query: String = "red striped mug") -> Session {
    var session = Session()
    session.press(query + "<enter><f2>")
    return session
  }

  /// The item before the assessor.
  var item: DocumentID? { state.labelling.task?.card.id }
}
