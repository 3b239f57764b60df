package import TerminalUI

/// What a key can make the explorer do.
///
/// The name of each, its keys and its help stand in the `Keymap`.
package enum Command: Hashable, Sendable {
  case quit, suspend, redraw, help, back, show(View)
  case editQuery, leaveQuery, edit(TextField.Edit)
  case complete, history(HistoryCommand)
  case palette, choose(ChoiceCommand)
  case tour(TourCommand)
  case down, up, top, bottom, pageDown, pageUp
  case columnLeft, columnRight, switchMode
  case column(ColumnCommand)
  case shorter, longer, nextSlider, previousSlider, slideDown, slideUp, switchPrecision
  case switchStages, switchCoarsePrecision, switchFusion, switchNormalisation
  case picture(PictureCommand)
  case rotateDetail, explain, detailDown, detailUp, switchStyle
  case grade, clearGrade, skip, cannotTell, toggleFlag, nextFlag, writeNote, saveNote, undo, redo
  case label(LabelCommand)
  case findAll(FindAllCommand)
  case previousQuery, nextQuery, previousDifference, nextDifference, compileQrels, reload
  case nextMeasure, previousMeasure, switchPair, openQuery, judgeQuery
  case sort, switchTable
  case openNumber, openMean
  case copy(CopySubject), openItem, export(ExportFormat)
}
