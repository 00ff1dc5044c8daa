/// What the program says to visitors and members by itself; the key in `phrases/wording.txt` is the name with low lines: the
/// text of `chipFrom` is that of `chip_from`. Names of what the domain has (figures, filters, markets …) have no case here:
/// their keys follow from their raw values (`Wording`).
///
/// The raw value is the place among all.
public enum WordingKey: Int, CaseIterable, Sendable, Hashable {
    // Three of them where room is short
    case completionShort, liveViewersShort, liveWatchingShort
    // The filters and their values
    case workingStyle, anyValue, rangeFrom, rangeTo, unitShare, unitRating, unitScore

    // What is asked for, above a list
    case chipFrom, chipTo, chipUnknown, chipText

    // Days and times
    case dateDay, dateInstant, timeSeconds, timeMinutes, timeMinutesAndSeconds, timeHours

    // A creator in a list
    case repliesIn, samplesShown, figureAsOf, sellsWithVideos, sellsLive, sellsMeans, sellsInLegend

    // A creator's page
    case figuresClosed, contactNotShown, qrCode, sectionSales, sectionContent, sectionAudience, sectionGrowth, sectionStanding,
        sectionPartnership, windowDated, windowUndated, amongCreatorsOne, amongCreatorsMany, partsAboveGmv, growthPoints

    // The charts of a creator's page
    case chartAge, chartAgeShows, chartGender, chartGenderShows, chartWomen, chartOthers, chartSales, chartSalesVideos,
        chartSalesLives, chartSalesOther, chartSalesShowsVideos, chartSalesShowsLives, chartSalesShowsOther, chartGrowth,
        chartGrowthFromZero, chartGrowthNone, chartGrowthUp, chartGrowthDown, chartStanding, chartStandingShows, columnAge,
        columnGender, columnFollowersShare, columnSource, columnShare, columnGmv, columnDate, columnFigure, columnValue,
        columnRank, columnCompared, columnWeight, columnPart

    // How a derived figure came about
    case cellNotShared, cellNotKnown, resultYes, resultNo, resultNotShared, resultNotKnown, resultYesStated, resultNoStated,
        resultYesComputed, resultNoComputed, statedCountsFirst, scoreStated, scoreComputed, scoreTooFew, scoreNotOffered,
        scoreFormula, scoreStatedCounts, scoreRankMeans, typeHeading, typeVideo, typeLive, typeNeedsBoth, quickFormula,
        frequentFormula, frequentFormulaMarket, reliableFormula, reliableFormulaMarket, rowTogether, rowThreshold,
        thresholdUpTo, thresholdFrom

    /// The key in the file.
    public var name: String {
        "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}
