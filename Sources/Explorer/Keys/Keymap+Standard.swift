internal import TerminalUI

extension Keymap {
  /// The keys Assay comes with.
  package static let standard = Keymap(
    gradingBindings + movingBindings + tuningBindings + columnBindings + lookingBindings + queryBindings
      + listBindings + View.allCases.flatMap(\.screen.bindings) + measuringBindings + sharingBindings
      + viewBindings
      + generalBindings)

  private static let gradingBindings = [
    Binding(
      "grade", .grade, keys: "0123456789".map { [.character($0)] }, label: "0-9",
      help: "grade and advance", hint: "grade", in: judging),
    Binding("skip", .skip, keys: [[.character(" ")]], help: "skip and advance", in: judging),
    Binding("cannot-tell", .cannotTell, keys: [[.character("d")]], help: "can't tell: advance", in: judging),
    Binding("flag", .toggleFlag, keys: [[.character("f")]], help: "flag for later", in: judging),
    Binding("next-flag", .nextFlag, keys: [[.character("'")]], help: "next flagged item", in: [.results]),
    Binding("note", .writeNote, keys: [[.character("n")]], help: "write a note", in: judging),
    Binding("save-note", .saveNote, keys: [[.enter]], help: "save the note", hint: "save", in: [.note]),
    Binding(
      "undo", .undo, keys: [[.character("u")]], help: "undo the last decision", hint: "undo",
      in: judging + tables),
    Binding("redo", .redo, keys: [[.control("r")]], help: "redo", in: judging + tables),
    Binding("clear-grade", .clearGrade, keys: [[.backspace]], help: "withdraw the grade", in: judging),
  ]

  /// Where items are judged.
  private static let judging = View.allCases.filter(\.screen.isForJudging).map(KeyContext.view) + [.picture]

  /// Every view, and the picture of an item of one.
  private static let places = KeyContext.views + [.picture]

  /// The views that are tables of queries or curves.
  private static let tables: [KeyContext] = [.view(.queries), .view(.curves)]

  /// Where the measure in use shows.
  private static let measuring = KeyContext.views + [.number]

  /// Where there is something to move in.
  private static let lists = judging + tables + [.presets, .number, .help]

  private static let movingBindings = [
    Binding(
      "down", .down, keys: [[.character("j")], [.down]], help: "next item", hint: "move",
      in: lists),
    Binding(
      "up", .up, keys: [[.character("k")], [.up]], help: "previous item", hint: "move",
      in: lists),
    Binding(
      "top", .top, keys: [[.character("g"), .character("g")], [.home]], help: "first item",
      in: lists),
    Binding(
      "bottom", .bottom, keys: [[.character("G")], [.end]], help: "last item listed",
      in: lists),
    Binding(
      "page-down", .pageDown, keys: [[.pageDown]], help: "a page down", in: lists),
    Binding("page-up", .pageUp, keys: [[.pageUp]], help: "a page up", in: lists),
    Binding(
      "column-left", .columnLeft, keys: [[.character("h")]], help: "column to the left", hint: "column",
      in: [.results] + tables),
    Binding(
      "column-right", .columnRight, keys: [[.character("l")]], help: "column to the right", hint: "column",
      in: [.results] + tables),
  ]

  private static let tuningBindings = [
    Binding(
      "switch-mode", .switchMode, keys: [[.character("c")]], help: "change the column's mode",
      hint: "mode", in: [.results, .view(.curves)]),
    Binding(
      "shorter", .shorter, keys: [[.character("-")]], help: "fewer dimensions", hint: "dims",
      in: [.results, .view(.curves)]),
    Binding(
      "longer", .longer, keys: [[.character("=")], [.character("+")]], help: "more dimensions",
      hint: "dims", in: [.results, .view(.curves)]),
    Binding("next-slider", .nextSlider, keys: [[.tab]], help: "next slider", in: [.results]),
    Binding(
      "previous-slider", .previousSlider, keys: [[.backTab]], help: "previous slider", in: [.results]),
    Binding(
      "slide-down", .slideDown, keys: [[.left], [.character("<")]], help: "move the slider left",
      in: [.results]),
    Binding(
      "slide-up", .slideUp, keys: [[.right], [.character(">")]], help: "move the slider right",
      in: [.results]),
    Binding(
      "switch-precision", .switchPrecision, keys: [[.character("b")]],
      help: "vector precision", in: [.results, .view(.curves)]),
    Binding(
      "switch-stages", .switchStages, keys: [[.character("t")]], help: "one stage or two",
      in: [.results, .view(.curves)]),
    Binding(
      "switch-coarse-precision", .switchCoarsePrecision, keys: [[.character("B")]],
      help: "coarse stage's precision", in: [.results]),
    Binding(
      "switch-fusion", .switchFusion, keys: [[.character("F")]], help: "change the fusion", in: [.results]),
    Binding(
      "switch-normalisation", .switchNormalisation, keys: [[.character("N")]],
      help: "change the normalisation", in: [.results]),
  ]

  private static let lookingBindings = [
    Binding(
      "switch-list", .switchStyle, keys: [[.character("p")]], help: "list, large list or grid", hint: "grid",
      in: [.results]),
    Binding(
      "open-picture", .picture(.open), keys: [[.enter]], help: "picture, full screen", in: [.results]),
    Binding(
      "picture-larger", .picture(.larger), keys: [[.character("+")], [.character("=")]],
      help: "picture larger",
      hint: "zoom", in: [.picture]),
    Binding(
      "picture-smaller", .picture(.smaller), keys: [[.character("-")]], help: "picture smaller", hint: "zoom",
      in: [.picture]),
    Binding(
      "picture-scale", .picture(.switchScale), keys: [[.character("z")]], help: "1:1 or the whole picture",
      hint: "1:1", in: [.picture]),
    Binding(
      "picture-left", .picture(.left), keys: [[.character("h")], [.left]], help: "left, or item before",
      hint: "move", in: [.picture]),
    Binding(
      "picture-right", .picture(.right), keys: [[.character("l")], [.right]], help: "right, or next item",
      hint: "move", in: [.picture]),
    Binding(
      "rotate-detail", .rotateDetail, keys: [[.character("v")]],
      help: "rotate the detail pane", hint: "detail", in: [.results]),
    Binding(
      "explain", .explain, keys: [[.character("x")]], help: "explain the score", hint: "explain",
      in: [.results]),
    Binding(
      "detail-down", .detailDown, keys: [[.character("J")]], help: "scroll the detail down",
      in: [.results, .view(.label), .picture]),
    Binding(
      "detail-up", .detailUp, keys: [[.character("K")]], help: "scroll the detail up",
      in: [.results, .view(.label), .picture]),
  ]

  private static let queryBindings = [
    Binding(
      "edit-query", .editQuery, keys: [[.character("/")]], help: "to the query line", hint: "query",
      in: places + [.number, .help]),
    Binding(
      "previous-query", .previousQuery, keys: [[.character("[")]], help: "previous query of set",
      in: judging),
    Binding(
      "next-query", .nextQuery, keys: [[.character("]")]], help: "next query of set", in: judging),
    Binding(
      "previous-difference", .previousDifference, keys: [[.character("{")]],
      help: "more different query", in: [.results, .view(.queries)]),
    Binding(
      "next-difference", .nextDifference, keys: [[.character("}")]],
      help: "next different query", in: [.results]),
    // N is the normalisation in the results.
    Binding(
      "jump-to-difference", .nextDifference, keys: [[.character("N")], [.character("}")]],
      help: "next different query", in: [.view(.queries)]),
    Binding(
      "open-query", .openQuery, keys: [[.enter]], help: "explore the query", hint: "explore", in: tables),
    Binding(
      "open-score", .openQuery, keys: [[.enter]], help: "open the score or query", hint: "open",
      in: [.number]),
    Binding(
      "judge-query", .judgeQuery, keys: [[.character("L")]], help: "label the query", hint: "label",
      in: tables),
    Binding(
      "results", .leaveQuery, keys: [[.enter], [.escape]], help: "to the results",
      hint: "results", in: [.query]),
    Binding(
      "later-query", .history(.later), keys: [[.down], [.control("n")]], help: "later query, or results",
      in: [.query]),
    Binding(
      "earlier-query", .history(.earlier), keys: [[.up], [.control("p")]], help: "earlier query",
      hint: "history", in: [.query]),
    Binding(
      "search-history", .history(.search), keys: [[.control("r")]], help: "search the history",
      hint: "search it", in: [.query]),
    Binding("complete", .complete, keys: [[.tab]], help: "complete", hint: "complete", in: [.query]),
    Binding(
      "complete-filter", .complete, keys: [[.tab]], help: "complete", hint: "complete", in: [.columnPrompt]),
    edit("left", .left, [[.left], [.control("b")]], "a character left"),
    edit("right", .right, [[.right], [.control("f")]], "a character right"),
    edit("word-left", .wordLeft, [[.alt("b")], [.controlLeft]], "a word left"),
    edit("word-right", .wordRight, [[.alt("f")], [.controlRight]], "a word right"),
    edit("line-start", .start, [[.control("a")], [.home]], "to the start"),
    edit("line-end", .end, [[.control("e")], [.end]], "to the end"),
    Binding(
      "delete-left", .edit(.deleteLeft), keys: [[.backspace]], help: "delete to the left",
      in: [.query, .history, .note, .columnPrompt, .palette]),
    edit("delete-right", .deleteRight, [[.delete], [.control("d")]], "delete to the right"),
    edit("delete-blank-word", .killBlankWordLeft, [[.control("w")]], "delete back to a blank"),
    edit("delete-word", .killWordLeft, [[.altBackspace]], "delete the word before", label: "alt-bksp"),
    edit("delete-next-word", .killWordRight, [[.alt("d")]], "delete the word behind"),
    Binding(
      "delete-to-start", .edit(.killToStart), keys: [[.control("u")]], help: "delete to the start",
      in: [.query, .history, .note, .columnPrompt, .palette]),
    edit("delete-to-end", .killToEnd, [[.control("k")]], "delete to the end"),
    edit("put-back", .yank, [[.control("y")]], "put back the deletion"),
    edit("put-back-earlier", .yankEarlier, [[.alt("y")]], "what was deleted before"),
    edit("transpose", .transpose, [[.control("t")]], "exchange characters"),
    edit("undo-edit", .undo, [[.control("_")]], "undo the edit"),
  ]

  /// The lists that open above a view, and the line in which a former query is searched for.
  private static let listBindings = [
    Binding(
      "next-choice", .choose(.next), keys: [[.tab], [.down], [.control("n")]], label: "tab ↓ ctrl-n",
      help: "next of the list", hint: "choose", in: [.completion, .palette]),
    Binding(
      "previous-choice", .choose(.previous), keys: [[.up], [.backTab], [.control("p")]], label: "↑ ctrl-p",
      help: "previous of the list", hint: "choose", in: [.completion, .palette]),
    Binding(
      "older-match", .history(.search), keys: [[.control("r")]], help: "older query that fits", hint: "older",
      in: [.history]),
    Binding(
      "newer-match", .history(.searchBack), keys: [[.control("s")]], help: "newer query that fits",
      hint: "newer", in: [.history]),
    Binding(
      "take", .choose(.take), keys: [[.enter]], help: "take it", hint: "take",
      in: [.completion, .history, .palette]),
    Binding(
      "close-list", .choose(.close), keys: [[.escape], [.control("g")]], help: "close, take nothing",
      hint: "close", in: [.completion, .history, .palette]),
  ]

  private static let measuringBindings = [
    Binding(
      "measure", .nextMeasure, keys: [[.character("m")]], help: "next measure", hint: "measure",
      in: measuring),
    Binding(
      "previous-measure", .previousMeasure, keys: [[.character("M")]], help: "previous measure",
      in: measuring),
    Binding(
      "open-number", .openNumber, keys: [[.character("x")]], help: "open this number", hint: "open number",
      in: tables + [.number]),
    Binding(
      "open-measure", .openNumber, keys: [[.character("X")]], help: "open the head's measure",
      in: [.results]),
    Binding(
      "open-mean", .openMean, keys: [[.character("X")]], help: "open the column's mean",
      in: [.view(.queries)]),
    Binding(
      "switch-pair", .switchPair, keys: [[.character("p")]], help: "compare other columns", hint: "pair",
      in: [.view(.label), .view(.queries)]),
  ]

  // y and e are letters of scales, which the Label view keeps for grading.
  private static let sharingBindings =
    ([(.id, "i"), (.row, "r"), (.query, "q")] as [(CopySubject, Character)]).map { subject, letter in
      Binding(
        "copy-\(subject.rawValue)", .copy(subject), keys: [[.character("y"), .character(letter)]],
        help: "copy the \(subject == .row ? "row" : subject == .id ? "item's id" : "query")", in: [.results])
    } + [
      Binding(
        "open-item", .openItem, keys: [[.character("O")]], help: "open address or picture", in: judging)
    ]
    + ([(.html, "h"), (.markdown, "m")] as [(ExportFormat, Character)]).map { format, letter in
      Binding(
        "export-\(format.rawValue)", .export(format), keys: [[.character("e"), .character(letter)]],
        help: "export as \(format == .html ? "HTML" : "Markdown, PNG")", in: [.results])
    }

  private static let viewBindings = View.allCases.map { view in
    Binding(
      "view-\(view.name)", .show(view),
      keys: [[.function(view.rawValue)], [.character("g"), .character(view.screen.letter)]],
      help: view.screen.purpose, hint: view.name,
      in: [.query] + places + [.number, .help])
  }

  private static let generalBindings = [
    Binding(
      "compile-qrels", .compileQrels, keys: [[.character("w")]], help: "write the qrels file now",
      in: places),
    Binding(
      "reload", .reload, keys: [[.character("R")]], help: "open the newer index",
      in: places),
    Binding(
      "palette", .palette, keys: [[.character(":")]], help: "all actions", hint: "actions",
      in: places + [.number, .help]),
    Binding(
      "help", .help, keys: [[.character("?")]], help: "these keys", hint: "keys",
      in: places + [.number, .help]),
    Binding(
      "back", .back, keys: [[.escape]], help: "up one level",
      in: [.note, .columnPrompt, .presets] + places + [.number, .help]),
    Binding(
      "quit", .quit, keys: [[.character("q")]], help: "quit",
      in: places + [.number, .tooSmall]),
    Binding("close-help", .back, keys: [[.character("q")]], help: "close the keys", in: [.help]),
    Binding("quit-at-once", .quit, keys: [[.control("c")]], help: "quit", in: KeyContext.allCases),
    Binding(
      "suspend", .suspend, keys: [[.control("z")]], help: "suspend (fg returns)",
      in: KeyContext.allCases),
    Binding("redraw", .redraw, keys: [[.control("l")]], help: "repaint the screen", in: KeyContext.allCases),
    Binding(
      "tour-skip", .tour(.skip), keys: [[.function(9)]], help: "next step of the tour",
      in: KeyContext.allCases),
    Binding("tour-end", .tour(.end), keys: [[.function(10)]], help: "end the tour", in: KeyContext.allCases),
  ]

  private static func edit(
    _ name: String, _ edit: TextField.Edit, _ keys: [[Key]], _ help: String, label: String? = nil
  ) -> Binding {
    Binding(
      name, .edit(edit), keys: keys, label: label, help: help, in: [.query, .note, .columnPrompt, .palette])
  }
}
