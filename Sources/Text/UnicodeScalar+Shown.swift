extension Unicode.Scalar {
  /// True if a terminal can be given it as it is: it shows, moves no cursor, ends no line and turns no
  /// direction of reading.
  public var isShown: Bool {
    switch value {
    case 0x20..<0x7F: return true
    case ..<0xA0: return false
    // Joiners of emoji and of some scripts, and the tags that flags are spelled with.
    case 0x200C, 0x200D, 0xE0020...0xE007F: return true
    default: break
    }
    switch properties.generalCategory {
    case .lineSeparator, .paragraphSeparator, .format: return false
    default: return true
    }
  }
}
