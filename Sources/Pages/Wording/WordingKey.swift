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

    // The style guide
    case styleGuideMadeUp, styleGuideGrowth

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

    // The roles of companies and of their members, and why invitations are sent
    case companyRolesBoth

    // Where somebody is reached
    case deliverySms

    // What becomes of an invitation
    case eventMailed

    // Counts
    case creatorsOne, creatorsMany, marketsOne, marketsMany, daysOne, daysMany, pickedOne, pickedMany, waitingOne, waitingMany,
        sentOne, sentMany, queuedOne, queuedMany, refusedOne, refusedMany

    // The titles of pages; the site's name follows each
    case titlePage, titleList, titleListCategory, titleHelp, titleCompare, titleCreator, titleStyleGuide, titleNotFound,
        titleSignIn,
        titleSettings,
        titleInvite, titleInvitations, titleInvitation, titleHistory, titleQueue, titleReplies, titleTemplates, titlePicks,
        titleShortlists, titleContact, titleFeed

    // What search engines and previews say of a page
    case summaryHome, summaryList, summaryListCategory, summaryQuery, summaryCreator, summaryHelp, summaryCompare,
        summaryCreatorShell,
        summaryStyleGuide,
        summaryNotFound, summarySignIn, summarySettings, summaryOwnCompany, summarySecret, summaryConfirm, summaryContact,
        summaryInvite, summaryResults, summaryInvitation, summaryHistory, summaryQueue, summaryReplies, summaryTemplates,
        summaryPicks, summaryShortlists, summaryTimeline, summaryProblem

    // Lists of creators
    case listHeadingOne, listHeadingMany, allCategories, listEmpty, queryEmpty, queryEndedOne, queryEndedMany, chipShortlist,
        chipTag, chipNotInvited

    // Companies
    case companyContactsNote, companyCorrection, companyCorrectionNamed, companyLinkedNote, never, makeMember, makeOwner,
        roleChanged, memberRemoved

    // Inviting
    case inviteLimits, numberHint, inviteHeading, inviteHeadingFaulty, fateSendable, fateSendableMeans, fateCooldown,
        fateCooldownMeans, fateLimit, fateLimitMeans, fateQueued, fateQueuedMeans, fateOptedOut, fateOptedOutMeans,
        fateNotListed, fateNotListedMeans, nothingSentOne, nothingSentMany, sendLaterOne, sendLaterMany, invitationIsSent

    // Contacts
    case contactUnknown, contactLogged

    // The history, the queue and the reply rates
    case historyEmpty, historyNoMatch, queueMoved, queueCancelled, queueGone, selectionChanged, repliesByTemplate,
        repliesByMarket, repliesByMember, repliesByPurpose, repliesTemplate, repliesMarket, repliesMember, repliesPurpose,
        repliesBasis, repliesWithoutTemplate, everyMarketMeant, templateChange, templateNew

    // Signing in, and the own access
    case signInHelp, signedInAs, linkUsed, sessionsEndOne, sessionsEndMany, sessionUnknownBrowser, sessionDevice, passwordState,
        passwordNone, passwordFree, passwordRule, passwordSet, passwordChange, passwordIsSet, sessionEnded, tokenRevoked,
        secretTokenLabel, secretTokenHeading, secretTokenNote, secretTokenBack, secretLinkLabel, secretLinkHeading,
        secretLinkHeadingNew, secretLinkNote, secretLinkBack

    // What was sent from elsewhere and has to be confirmed; problems
    case confirmHeading, confirmNote, confirmContact, confirmInvite, confirmOther, confirmSignIn, confirmSignInNote,
        confirmSignedIn, fieldCreator, fieldPurpose, fieldCompany, fieldMessage, fieldTemplate, fieldQueue, fieldSubmission,
        problemBack, problemSignIn

    // Why an invitation is refused
    case refusalDailyLimit, refusalCooldown, refusalNotListed, refusalContact, refusalQueued, refusalOptedOut, refusalVariable,
        refusalForm

    // What must be changed in a form
    case faultCompany, faultPurposeMissing, faultPurpose, choiceEither, faultMessageMissing, faultMessageCharacters,
        faultMessageWords, faultVariableOne, faultVariableMany, faultVariableMore, faultContactMissing, faultContactAddress,
        exampleLine, faultTemplateName, faultTemplateNameTaken, faultTemplateLanguage, faultTemplateMarket, faultCreatorMissing,
        faultAddress, faultAddressTaken, faultRole, faultCredentialsMissing, faultTokenName, faultPasswordWrong,
        passwordTooShort, passwordTooLong, passwordCommon, passwordRepeating, passwordSameAsAddress

    // The headings of problems
    case problemNotFound, problemMethod, problemUnprocessable, problemInternal, problemNotConfirmed, problemNotSent,
        problemTooManyAttempts, problemBusy, problemNotSignedIn, problemLastOwner, problemWithToken, problemOwnersOnly,
        problemHostUnclear, problemHostUnknown, problemNoPath, problemTransferCoding, problemTooLarge, problemContentType,
        problemUnreadable, problemContactHidden, problemNotInCatalogue, problemNoInbox, problemTooLate, problemOther

    // What was wrong
    case detailNothingHere, detailMethods, detailMembersOnly, detailNotConfirmed, detailInternal, detailOther,
        detailTooManyAttempts, detailBusy, detailWrongCredentials, detailNoSuchMember, detailLastOwner, detailWithToken,
        detailOwnersOnly, detailOneHost, detailAPath, detailHostUnknown, detailTransferCoding, detailTooLarge,
        detailContentType, detailNoForm, detailNoJson, detailNoHttp, detailNoCreator, detailNotInCatalogue, detailContactHidden,
        detailNameACreator, detailNoUsername, detailNoField, detailNoList, detailNoFlag, detailFieldRepeated, detailRepeated,
        detailControlCharacter, detailNoUtf8, detailNoValue, detailTooManyCreators, detailKeyUsed, detailNoKey,
        detailNoTemplateKey, detailNoTemplate, detailNoPurpose, detailMessageLimit, detailNoPlace, detailCsvWhole,
        detailRepliesWhole, detailPurposeGone, detailNoInvitation, detailRoleMissing, detailMemberMissing,
        detailNoShortlistValue, detailNoShortlist, detailShortlistName, detailShortlistTaken, detailShortlistLimit,
        detailPicksLimit, detailTag, detailTagLimit, detailNoteLimit, detailQueuePlace, detailNotQueued, detailNoSession,
        detailSessionMissing, detailTokenMissing, detailNoToken, detailNoInbox, detailNotInInbox, detailExpired,
        detailReasonLimit, detailNoCompany, detailCompanyMissing, detailSwitchMissing

    // What to do about it
    case mendLookAgain, mendSignIn, mendOwnPages, mendTryAgain, mendWaitOrLink, mendInSeconds, mendCredentials, mendOwnerFirst,
        mendSettings, mendAskOwner, mendHost, mendInParts, mendInvite, mendLookFor, mendKnown, mendNoBrackets, mendQuotes,
        mendOnce, mendControl, mendUtf8, mendFlag, mendParts, mendNewKey, mendKey, mendOneOf, mendChooseOf, mendShorten,
        mendBeginAgain, mendWithout, mendNewInvitation, mendSee, mendDays, mendOtherName, mendSecondList, mendPicks, mendTags,
        mendScope, mendInbox

    // What is wrong with what an address asks of a list, and what to write
    case queryNoParameter, queryNoParameterMend, queryRepeated, queryRepeatedMend, queryMarketMissing, queryMarketUnknown,
        queryMarketOther, queryMarketOtherMend, queryCategory, queryCategoryMend, queryValue, queryOneOfMend, queryNumber,
        queryNumberMend, queryCountMend, queryControl, queryControlMend, queryLetters, queryLettersMend

    // What became of the mail of an invitation
    case mailWaiting, mailSending, mailSent, mailFailed, mailUnclear, mailCancelled

    // What scripts say
    case scriptNoFilter, scriptNoValue, scriptWordsWithin, scriptWordsOver, scriptAnswersOne, scriptAnswersMany

    /// The key in the file.
    public var name: String {
        "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}
