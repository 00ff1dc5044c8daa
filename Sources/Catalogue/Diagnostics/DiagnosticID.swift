/// What kind of fault a diagnostic tells. The raw value is printed and stays the same from version to version.
public enum DiagnosticID: String, CaseIterable, Sendable, Hashable {
    // Files and folders.
    case fileUnreadable = "file.unreadable"
    case fileOutside = "file.outside"
    case fileUnused = "file.unused"
    case fileEncoding = "file.encoding"
    case fileEmpty = "file.empty"

    // The shape of CSV.
    case csvUnclosedQuote = "csv.unclosed-quote"
    case csvTextAfterQuote = "csv.text-after-quote"
    case csvCellCount = "csv.cell-count"

    // The shape of JSON Lines.
    case jsonSyntax = "json.syntax"
    case jsonDuplicateKey = "json.duplicate-key"

    // The values of a creator.
    case creatorColumn = "creator.column"
    case creatorRequired = "creator.required"
    case creatorText = "creator.text"
    case creatorUsername = "creator.username"
    case creatorDuplicate = "creator.duplicate"
    case creatorMarket = "creator.market"
    case creatorMarketUnserved = "creator.market-unserved"
    case creatorCurrency = "creator.currency"
    case creatorNumber = "creator.number"
    case creatorRange = "creator.range"
    case creatorFlag = "creator.flag"
    case creatorDate = "creator.date"
    case creatorCategory = "creator.category"
    case creatorAccountType = "creator.account-type"
    case creatorPhoto = "creator.photo"
    case creatorContact = "creator.contact"
    case creatorShares = "creator.shares"
    case creatorSales = "creator.sales"
    case creatorFuture = "creator.future"
    case creatorShared = "creator.shared-contact"

    // YAML and the files that hold it.
    case yamlSyntax = "yaml.syntax"
    case yamlKey = "yaml.key"
    case yamlValue = "yaml.value"
    case yamlRequired = "yaml.required"
    case siteCompany = "site.company"
    case companyName = "company.name"
    case profileCreator = "profile.creator"
    case profileTwice = "profile.twice"
    case profileEmpty = "profile.empty"
    case photoUnused = "photo.unused"
    case snapshotFile = "snapshot.file"

    // Templates.
    case templateSyntax = "template.syntax"
    case templateInclude = "template.include"
    case templateName = "template.name"
    case templateUse = "template.use"

    /// A record is of a creator who was erased.
    case creatorErased = "creator.erased"

    // What an import decided or could not take.
    case importEncoding = "import.encoding"
    case importColumns = "import.columns"
    case importNickname = "import.nickname"
    case importCategory = "import.category"
    case importPhoto = "import.photo"
    case importDuplicate = "import.duplicate"
    /// A row is of a creator who was erased.
    case importErased = "import.erased"
    case importOtherMarket = "import.other-market"
    case importBlocked = "import.blocked"
    case importAnswer = "import.answer"
    case importBand = "import.band"
    case importCurrency = "import.currency"
    case importShares = "import.shares"
    case importPeriod = "import.period"
}
