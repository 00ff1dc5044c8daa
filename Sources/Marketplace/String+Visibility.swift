extension String {
    /// Whether a reader sees anything of the text: it holds more than white space, controls and characters that show
    /// nothing, such as zero-width spaces, fillers and directional marks.
    public var showsSomething: Bool {
        unicodeScalars.contains { scalar in
            let properties = scalar.properties
            let isBlank = properties.isWhitespace || properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
            return !isBlank && ![.control, .format].contains(properties.generalCategory)
        }
    }
}
